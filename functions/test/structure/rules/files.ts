/** How long a file is and what it is called. */
import { badName } from '../names'
import { isTest, probe, type Rule } from '../rule'

export const fileRules: readonly Rule[] = [
  {
    name: 'a file has at most 200 lines',
    problems: ({ path, lines }) =>
      lines > 200 && !isTest(path) ? [`${lines} lines: make it a folder of the same name`] : [],
    probes: [probe('functions/src/booking/domain.ts', 'export const one = 1\n'.repeat(201))],
  },
  {
    name: 'a file has a name of the closed vocabulary',
    problems: ({ path }) => badName(path),
    probes: [
      probe('functions/src/booking/utils.ts', ''),
      probe('functions/src/booking/service.ts', ''),
      probe('functions/src/helpers/time.ts', ''),
      probe('shared/src/booking/types.ts', ''),
      probe('shared/src/kernel/common.ts', ''),
      probe('functions/src/platform/date-utils.ts', ''),
      probe('miniapp/src/booking/api.ts', ''),
      probe('functions/src/entry/server.ts', ''),
    ],
  },
]
