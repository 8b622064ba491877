/** The pages of a draw: asking, waiting, what became of it, and checking it. */
import { demoId } from '../../../../functions/src/demo/street'
import { elderModes, offering, PARENT, plainModes, RESIDENT, type Visit, VOLUNTEER, WORKER } from './acts'

const page = (seed: string) => `/booking/pages/season?seasonId=${demoId('season', seed)}`
const desk = (seed: string) => `/workbench/pages/season?seasonId=${demoId('season', seed)}`

const seasonNew = `/workbench/pages/season-new?${offering('桂花里多功能厅', '东半厅')}`

export const seasons: readonly Visit[] = [
  { name: 'seasons', who: RESIDENT, address: '/booking/pages/seasons' },
  { name: 'season', who: RESIDENT, address: page('badminton') },
  {
    name: 'season-picked',
    who: VOLUNTEER,
    address: page('badminton'),
    act: ({ press }) => press(/^周一 19:00/, 'checkbox'),
    modes: plainModes,
  },
  {
    name: 'season-for',
    who: VOLUNTEER,
    address: page('badminton'),
    async act({ page: there, press }) {
      const isFace = (await there.getByRole('radio', { name: '王桂芳' }).count()) > 0
      await press('王桂芳', isFace ? 'radio' : 'button')
    },
  },
  { name: 'season-who', who: PARENT, address: `${page('tennis')}&chosen=s1,-`, modes: elderModes },
  { name: 'season-closed', who: RESIDENT, address: page('basketball') },
  { name: 'season-whose', who: VOLUNTEER, address: page('basketball'), modes: elderModes },
  { name: 'season-won', who: RESIDENT, address: page('council') },
  {
    name: 'draw',
    who: RESIDENT,
    address: `/booking/pages/draw?seasonId=${demoId('season', 'council')}`,
    act: ({ press }) => press('在这里重算一遍'),
  },
  { name: 'desk-seasons', who: WORKER, address: '/workbench/pages/seasons' },
  { name: 'desk-season', who: WORKER, address: desk('basketball') },
  {
    name: 'desk-season-new',
    who: WORKER,
    address: seasonNew,
  },
  {
    name: 'desk-season-long',
    who: WORKER,
    address: seasonNew,
    async act(visitor) {
      await visitor.write('每周哪些时段', '周二 19:00–20:00')
      await visitor.write('到哪天为止', '2027-08-01')
      await visitor.press('开始报名')
    },
    modes: ['ordinary', 'dark'],
    troubles: ['400 booking.season_unclear'],
  },
]
