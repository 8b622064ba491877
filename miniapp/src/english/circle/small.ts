import type { Twin } from '../../platform/language'
import { within } from '../count'

type Tables = typeof import('../../circle/words/elder') &
  typeof import('../../circle/words/kept') &
  typeof import('../../circle/words/map')

/** The smaller tables of the circle. */
export const small: Twin<Tables> = {
  mapWords: {
    nearer: 'Zoom in',
    farther: 'Zoom out',
    whole: 'Back to the whole map',
    start: 'Where you set out',
  },
  keptWords: {
    keeper: name => `Kept by ${name}`,
    noKeeper: 'No community keeps it yet',
    assuredOn: day => `checked ${within(day)}`,
    neverAssured: 'not checked yet',
    wrong: 'Wrong? Tell the community',
  },
  groupNames: {
    care: 'Care and health',
    young: 'Children and learning',
    play: 'Activities and sport',
    daily: 'Errands and shopping',
    away: 'Getting around, emergencies',
  },
  elderWords: {
    search: 'Look by name',
    kept: 'Places that I kept',
    walk: (from, minutes) => `${minutes} min at an easy walk from “${from}”`,
    far: (from, way) => `${way} from “${from}”, too far to walk`,
    at: address => `Address: ${address}`,
    stepFree: 'No steps on the way in',
    steps: 'There are steps at the door',
    book: 'Book something here',
    call: 'Call and ask',
    hours: 'When is it open?',
    favoured: 'Kept. Tap to drop it',
  },
}
