/** Seasons: weekly hours of some months, given by a public draw. */
import { type Endpoint, staff } from '../../kernel/contract'
import {
  AskOwnWish,
  AskSeasons,
  CallOffSeason,
  DrawSeason,
  FileWish,
  OpenSeason,
  Season,
  Seasons,
} from '../schema/season'
import { AskDraw, DrawRecord } from '../schema/season/draw'
import { grantCodes } from './errors/grant'

export const seasonEndpoints = {
  openSeason: {
    method: 'POST',
    path: '/work/places/:placeId/offerings/:offeringId/seasons',
    status: 201,
    access: staff,
    keyed: true,
    summary:
      'Open a season: its weekly slots are kept for it from the same write on, and the digest of its secret seed is published',
    input: OpenSeason,
    output: Season,
    errors: ['booking.season_unclear', 'booking.season_wide', 'booking.offering_moved'],
  },
  seasons: {
    method: 'GET',
    path: '/seasons',
    status: 200,
    access: ['resident'],
    summary: 'Seasons of a community, latest first',
    input: AskSeasons,
    output: Seasons,
    errors: [],
  },
  season: {
    method: 'GET',
    path: '/seasons/:seasonId',
    status: 200,
    access: ['resident'],
    summary: 'A season, with my own request or that of whoever gave me a grant, and what became of it',
    input: AskOwnWish,
    output: Season,
    errors: [...grantCodes],
  },
  fileWish: {
    method: 'PUT',
    path: '/seasons/:seasonId/wish',
    status: 200,
    access: ['resident'],
    summary: 'Ask for weekly slots, the dearest first, or change what I asked for; until the requests close',
    input: FileWish,
    output: Season,
    errors: [
      'booking.season_closed',
      'booking.season_off',
      'booking.season_crowded',
      'booking.wish_unclear',
      'booking.wish_not_for',
      'booking.wish_theirs',
      ...grantCodes,
    ],
  },
  withdrawWish: {
    method: 'POST',
    path: '/seasons/:seasonId/wish/withdraw',
    status: 200,
    access: ['resident'],
    summary: 'Take my request back, or by a grant its giver’s; until the requests close',
    input: AskOwnWish,
    output: Season,
    errors: ['booking.season_closed', 'booking.season_off', 'booking.wish_theirs', ...grantCodes],
  },
  drawSeason: {
    method: 'POST',
    path: '/seasons/:seasonId/draw',
    status: 200,
    access: staff,
    summary:
      'Enter the public number: the order follows from it and the seed. Once for all; the same number again is the same draw',
    input: DrawSeason,
    output: Season,
    errors: ['booking.season_unclear', 'booking.season_state', 'booking.draw_early', 'booking.draw_done'],
  },
  callOffSeason: {
    method: 'POST',
    path: '/seasons/:seasonId/call-off',
    status: 200,
    access: staff,
    summary:
      'Call a season off that is not drawn yet: its slots are everybody’s again, who asked is told why',
    input: CallOffSeason,
    output: Season,
    errors: ['booking.season_state'],
  },
  drawRecord: {
    method: 'GET',
    path: '/seasons/:seasonId/draw',
    status: 200,
    access: 'anyone',
    summary:
      'Commitment, frozen list in parts, seed, public number, order and result, as far as they are decided: the files of `npm run draw`',
    input: AskDraw,
    output: DrawRecord,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
