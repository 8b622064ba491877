import type { Twin } from '../../platform/language'
import { count } from '../count'

type Zh = Twin<typeof import('../../workbench/words')>

export const publishWords: Zh['publishWords'] = {
  title: 'Post a volunteer task',
  taskKinds: {
    housework: 'Housework',
    culture: 'Culture',
    counselling: 'Counselling',
    health: 'Health advice',
    legal: 'Legal advice',
    errand: 'Errands',
  },
  community: 'Which community',
  kind: 'Kind',
  name: 'Name of the task',
  nameExample: 'For example: medicine for Mrs Zhang',
  where: 'Where',
  whereExample: 'For example: the community room',
  what: 'What to do',
  whatExample: 'The work, what to bring, who to ask',
  on: 'Which day',
  start: 'Starts at',
  length: 'How long',
  until: (clock, length) => `${length}, until ${clock}`,
  places: 'How many people',
  people: people => count(people, 'person', 'people'),
  send: when => `Post, ${when}`,
  published: title => `“${title}” is handed in. Neighbours can claim it once WeChat has checked the text.`,
  see: 'See the task',
  again: 'Post another',
  back: 'Back to the queue',
  wrong: {
    title: 'Write 2 to 40 characters',
    what: 'Write 2 to 500 characters',
    where: 'Write 2 to 80 characters',
    startAt: 'This time is past; please choose a later one',
  },
}
