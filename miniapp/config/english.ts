import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { buildSync } from 'esbuild'

/**
 * Taro plugin: the English tables as one plain script in a package of their own. Taro would put what the app imports
 * into the main package; WeChat fetches this one only for `require.async` (see `src/platform/english.weapp.ts`).
 */
export default (ctx: IPluginContext): void => {
  ctx.onBuildFinish(() => {
    buildSync({
      entryPoints: [join(process.cwd(), 'src/english/index.ts')],
      outfile: join(ctx.paths.outputPath, 'english/pages/words.js'),
      bundle: true,
      minify: true,
      format: 'cjs',
      target: 'es2018',
      charset: 'utf8',
      legalComments: 'none',
    })
  })
}
