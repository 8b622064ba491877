import type { Twin } from '../../platform/language'

export const taskWords: Twin<typeof import('../../workbench/words/task').taskWords> = {
  title: 'Task wording',
  line: { review: 'WeChat could not judge: please read', risky: 'Not passed: please rewrite it' },
  doubt: {
    review: 'WeChat could not judge these words; residents see them now. Please read them.',
    risky:
      'WeChat did not pass these words; residents do not see them. Please write others, which WeChat reads anew.',
  },
  over: 'This task is over; residents will not see it any more.',
  claimed: people =>
    `${people} ${people === 1 ? 'person has' : 'people have'} claimed it. They are told of other words and may still give it back.`,
  started: 'The task has begun: its words stay. Please tell people there.',
  read: 'The wording is fine',
  seen: 'All right',
  rewrite: 'Rewrite it',
  send: 'Done: let WeChat read them again',
  keep: 'Leave them',
  passed: title => `Read: ${title}`,
  reworded: title => `Written anew: ${title}`,
  settled: 'Somebody has read these words already.',
}
