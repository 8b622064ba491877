/** What comes in through one door only. */
import { imports, inside, isTest, probe, type Rule } from '../rule'

export const doorRules: readonly Rule[] = [
  {
    name: 'zod has one door',
    problems: source =>
      inside(source.path, 'shared/src/kernel/zod/')
        ? []
        : imports(source, target => /^zod(\/|$)/.test(target)).map(
            () => 'import { z } from shared/src/kernel/zod',
          ),
    probes: [probe('functions/src/platform/wechat.ts', "import { z } from 'zod'")],
  },
  {
    name: 'the AWS SDK has one door',
    problems: source => {
      const isHome = inside(source.path, 'functions/src/platform/table/') || isTest(source.path)
      return isHome
        ? []
        : source.imports
            .filter(({ target }) => /^@(aws-sdk|smithy)\//.test(target))
            // What a value may be is the SDK's own type; a type costs nothing.
            .filter(({ typeOnly }) => !(typeOnly && source.path === 'functions/src/platform/condition.ts'))
            .map(({ target }) => `${target}: ask functions/src/platform/table for it`)
    },
    probes: [
      probe('functions/src/booking/store.ts', "import { GetItemCommand } from '@aws-sdk/client-dynamodb'"),
      probe('functions/src/platform/condition.ts', "import { marshall } from '@aws-sdk/util-dynamodb'"),
    ],
  },
  {
    name: 'Vant is named only in ui',
    problems: source =>
      inside(source.path, 'miniapp/src/') && !inside(source.path, 'miniapp/src/ui/')
        ? [
            ...source.tags.filter(tag => tag.startsWith('van-')),
            ...imports(source, target => target.startsWith('@vant/')),
          ].map(tag => `${tag}: wrap it in miniapp/src/ui`)
        : [],
    probes: [
      probe('miniapp/src/booking/pages/confirm.tsx', 'export default () => <van-button type="primary" />'),
      probe('miniapp/src/booking/ticket.css', '.ticket .van-cell { color: red }'),
    ],
  },
  {
    name: 'the environment is read in one place',
    problems: source => {
      const product = ['shared/src/', 'functions/src/', 'miniapp/src/', 'infra/src/']
      if (!inside(source.path, ...product) || isTest(source.path)) return []
      if (source.path === 'functions/src/platform/env.ts') return []
      return (
        source.uses
          .filter(use => /^process\.env\b/.test(use) && use !== 'process.env')
          // Taro writes the target in when it builds; on the phone there is no environment.
          .filter(use => !(use === 'process.env.TARO_ENV' && inside(source.path, 'miniapp/src/')))
          .concat(
            source.uses.includes('process.env') && !source.uses.some(use => use.startsWith('process.env.'))
              ? ['process.env']
              : [],
          )
          .map(use => `${use}: let functions/src/platform/env.ts read it and hand it on`)
      )
    },
    probes: [
      probe('functions/src/booking/store.ts', 'export const table = process.env.YIKE_TABLE'),
      probe('infra/src/stage.ts', 'export const { STAGE } = process.env'),
      probe('miniapp/src/platform/api.ts', 'export const base = process.env.API_BASE'),
    ],
  },
]
