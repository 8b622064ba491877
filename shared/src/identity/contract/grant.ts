/**
 * 亲情代办. Whoever is acted for says what and until when, and tells a code; the relative takes it while signed in as
 * themselves; and whoever gave it looks who that is, and says yes. From then on it holds, until its day or until either ends it.
 */
import { AskGrant, AskGrants, Grant, Grants, OfferedGrant, OfferGrant, ReadGrant } from '../schema/grant'

const grants = [{ do: 'open', label: '看看代办授权', page: '/identity/pages/grants' }] as const

export const grantErrors = {
  'identity.grant_wrong': {
    status: 404,
    title: '没有这个代办码，请对一对，再填一次。',
    next: [{ do: 'retry', label: '再看一次' }],
  },
  'identity.grant_code_over': {
    status: 409,
    title: '这个代办码用过了，或过了十分钟，请家人再发一个。',
    next: grants,
  },
  'identity.grant_own': { status: 409, title: '这是您自己发的码，请让家人来填。', next: grants },
  'identity.grant_moved': { status: 409, title: '这份授权已经变了，请刷新看看。', next: grants },
} as const

export const grantEndpoints = {
  offerGrant: {
    method: 'POST',
    path: '/grants',
    status: 201,
    access: ['resident'],
    keyed: true,
    summary:
      'A code by which a relative may act for me or somebody of my household; good for ten minutes and once',
    input: OfferGrant,
    output: OfferedGrant,
    errors: [],
  },
  readGrant: {
    method: 'POST',
    reads: true,
    path: '/grants/read',
    status: 200,
    access: ['resident'],
    summary: 'What a code would let me do, for whom and until when, to be looked at before saying yes',
    input: ReadGrant,
    output: Grant,
    errors: ['identity.grant_wrong', 'identity.grant_code_over', 'identity.grant_own'],
  },
  takeGrant: {
    method: 'POST',
    path: '/grants/take',
    status: 200,
    access: ['resident'],
    summary: 'I will act for them; it holds once they have confirmed that it is me',
    input: ReadGrant,
    output: Grant,
    errors: ['identity.grant_wrong', 'identity.grant_code_over', 'identity.grant_own'],
  },
  confirmGrant: {
    method: 'POST',
    path: '/grants/:grantId/confirm',
    status: 200,
    access: ['resident'],
    summary: 'It is them: from now on they may act for me; confirming twice is the same as once',
    input: AskGrant,
    output: Grant,
    errors: ['identity.grant_moved'],
  },
  endGrant: {
    method: 'POST',
    path: '/grants/:grantId/end',
    status: 200,
    access: ['resident'],
    summary: 'End a grant that I gave or hold; no write by it comes after this one',
    input: AskGrant,
    output: Grant,
    errors: ['identity.grant_moved'],
  },
  grant: {
    method: 'GET',
    path: '/grants/:grantId',
    status: 200,
    access: ['resident'],
    summary: 'A grant that I gave or hold, as it is now',
    input: AskGrant,
    output: Grant,
    errors: [],
  },
  grants: {
    method: 'GET',
    path: '/grants',
    status: 200,
    access: ['resident'],
    summary: 'Grants that I gave, newest first, or those that I hold, soonest to end first',
    input: AskGrants,
    output: Grants,
    errors: [],
  },
} as const
