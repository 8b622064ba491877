/** Who may import whom. */
import { imports, inside, isTest, probe, type Rule, sliceOf } from '../rule'

export const importRules: readonly Rule[] = [
  {
    name: 'shared imports nothing of ours',
    problems: source =>
      inside(source.path, 'shared/')
        ? imports(source, target => inside(target, 'functions/', 'miniapp/', 'infra/')).map(
            target => `${target}: move what both need into shared`,
          )
        : [],
    probes: [probe('shared/src/booking/rules.ts', "import { place } from '@yike/functions/booking/domain'")],
  },
  {
    name: 'a package reaches another one only through shared',
    problems: ({ path, imports: all }) => {
      const own = path.split('/')[0] ?? ''
      // Infra bundles the functions, and their table's shape is the cloud's too.
      const allowed = ['shared/', `${own}/`, ...(own === 'infra' ? ['functions/'] : [])]
      return isTest(path)
        ? []
        : all
            .map(({ target }) => target)
            .filter(
              target =>
                inside(target, 'shared/', 'functions/', 'miniapp/', 'infra/') && !inside(target, ...allowed),
            )
            .map(target => `${target}: say it in the contract, in shared`)
    },
    probes: [probe('miniapp/src/booking/view.ts', "import { decide } from '@yike/functions/booking/domain'")],
  },
  {
    name: 'a slice reaches another slice only through its handlers',
    problems: source => {
      const own = sliceOf(source.path, 'functions')
      if (!own || isTest(source.path)) return []
      return imports(source, target => {
        const other = sliceOf(target, 'functions')
        return other !== undefined && other !== own && !/\/handlers$/.test(target)
      }).map(target => `${target}: ask its handlers.ts for it`)
    },
    probes: [
      probe('functions/src/booking/handlers.ts', "import { loadPlace } from '../circle/store'"),
      probe('functions/src/booking/domain.ts', "type Place = import('../circle/store').Place"),
      probe('functions/src/volunteer/handlers/act.ts', "export * from '../../booking/domain'"),
    ],
  },
  {
    name: 'a slice of the phone never reaches into another one’s pages',
    problems: source => {
      const own = sliceOf(source.path, 'miniapp')
      if (!own) return []
      return imports(source, target => {
        const other = sliceOf(target, 'miniapp')
        return other !== undefined && other !== own && /\/(pages|tab)\//.test(target)
      }).map(target => `${target}: a page may lie in a subpackage; move the part up into its slice`)
    },
    probes: [probe('miniapp/src/circle/head.tsx', "import Ticket from '../booking/pages/ticket'")],
  },
  {
    name: 'platform imports no slice',
    problems: source =>
      inside(source.path, 'functions/src/platform/', 'miniapp/src/platform/', 'miniapp/src/ui/') &&
      !isTest(source.path)
        ? imports(source, target => Boolean(sliceOf(target, 'functions') ?? sliceOf(target, 'miniapp'))).map(
            target => `${target}: the slice imports the platform, never the other way round`,
          )
        : [],
    probes: [probe('miniapp/src/platform/session.ts', "import { useMe } from '../identity/use-identity'")],
  },
]
