/** What the platform may know, and what a slice may do. */
import { imports, inside, isTest, probe, type Rule, sliceNames, sliceOf } from '../rule'

export const purityRules: readonly Rule[] = [
  {
    name: 'platform names no domain word',
    problems: source => {
      // Every key on one page; who acts; what WeChat's refusals mean for signing in.
      const may: Record<string, readonly string[]> = {
        'functions/src/platform/keys/index.ts': sliceNames,
        'functions/src/platform/actor.ts': ['identity'],
        'functions/src/platform/wechat.ts': ['identity'],
      }
      if (!inside(source.path, 'functions/src/platform/') || isTest(source.path)) return []
      const known = may[source.path] ?? []
      const words = [...source.words, ...source.imports.map(({ target }) => target)]
      return sliceNames
        .filter(name => !known.includes(name) && words.some(word => new RegExp(name, 'i').test(word)))
        .map(name => `${name}: a slice hands it in`)
    },
    probes: [
      probe('functions/src/platform/outbox.ts', 'export const bookingFirst = 1'),
      probe('functions/src/platform/http.ts', "import { covers } from '@yike/shared/identity/rules'"),
    ],
  },
  {
    name: 'only store.ts names keys and conditions',
    problems: source =>
      sliceOf(source.path, 'functions') && !isTest(source.path) && !/\/store(\.ts$|\/)/.test(source.path)
        ? imports(source, target => /^functions\/src\/platform\/(keys|condition)$/.test(target)).map(
            target => `${target}: write the change in store.ts`,
          )
        : [],
    probes: [probe('functions/src/booking/handlers.ts', "import { keys } from '../platform/keys'")],
  },
  {
    name: 'only platform does input and output: no clock, chance, network or file in a slice',
    problems: source => {
      if (!sliceOf(source.path, 'functions') || isTest(source.path)) return []
      const outside =
        /^(Date\.now|Math\.random|crypto\.\w+|performance\.now|fetch\(.*|setTimeout\(.*|Date\(\)|console\.\w+)$/
      return [
        ...source.uses.filter(use => outside.test(use)),
        ...imports(source, target =>
          /^(node:)?(fs|net|http|https|child_process|worker_threads)(\/|$)/.test(target),
        ),
      ].map(use => `${use}: take \`now\`, \`newId\` or a port as an argument`)
    },
    probes: [
      probe(
        'functions/src/booking/domain.ts',
        'export const isPast = (at: string) => at < new Date().toISOString()',
      ),
      probe('functions/src/circle/store.ts', 'export const load = () => fetch(`https://example.org`)'),
      probe('functions/src/identity/domain.ts', 'export const code = () => Math.random()'),
    ],
  },
]
