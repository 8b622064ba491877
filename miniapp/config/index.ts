import { join } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { NormalModuleReplacementPlugin } from 'webpack'
import { contractMark } from './contract-mark'
import { drawings } from './drawings'
import { subPackages } from './sub-packages'
import { vantFiles } from './vant'

const root = process.cwd()
const ours = [join(root, '../shared/src'), join(root, 'src'), join(root, 'config')]

const weapp = process.env.TARO_ENV === 'weapp'
const sandbox = process.env.YIKE_SANDBOX === 'on'
const apiBase = process.env.YIKE_API_BASE ?? (weapp ? 'http://127.0.0.1:4100' : '/api')
const sandboxBase = process.env.YIKE_APP_BASE ?? (weapp ? 'http://127.0.0.1:4101' : '')
// Two builds at once need two folders.
const output = process.env.YIKE_DIST ?? `dist/${process.env.TARO_ENV}`
if (apiBase === '') throw new Error('YIKE_API_BASE is empty: say where the API answers, or leave it out')

/** Depth of the generated templates; deeper trees go on in `comp`. Taro reads it, its types do not know it. */
const templates = { baseLevel: 8 }

/**
 * Taro turns off most of what terser can do, for engines of 2016. The clients in babel.config.cjs take terser's own
 * settings, and Chinese as it stands instead of \u escapes of twice the size.
 */
const today = {
  compress: {
    ...Object.fromEntries(
      ['arrows', 'collapse_vars', 'comparisons', 'computed_props', 'hoist_props', 'inline', 'loops']
        .concat(['negate_iife', 'properties', 'reduce_funcs', 'reduce_vars', 'switches', 'typeofs'])
        .map(step => [step, true]),
    ),
    ecma: 2018,
    passes: 3,
  },
  output: { ecma: 2018, ascii_only: false },
}

export default defineConfig({
  projectName: 'yike-linli',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: output,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: weapp
    ? ['vant', 'aria', 'templates', 'english'].map(plugin => join(root, `config/${plugin}.ts`))
    : [],
  terser: { enable: true, config: today },
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    CONTRACT: JSON.stringify(contractMark(join(root, '../shared/src'))),
    ...(weapp ? {} : { DRAWINGS: JSON.stringify(drawings(join(root, 'src/ui/icons'))) }),
    SANDBOX: JSON.stringify(sandbox),
    SANDBOX_BASE: JSON.stringify(sandboxBase),
    SUB_PACKAGES: JSON.stringify(subPackages(join(root, 'src'), sandbox, !weapp)),
  },
  copy: {
    // What WeChat's search may show: the directory, and nothing that belongs to somebody.
    patterns: weapp ? [...vantFiles(output), { from: 'src/sitemap.json', to: `${output}/sitemap.json` }] : [],
    options: {},
  },
  mini: {
    ...templates,
    // What only subpackages use stays with them.
    optimizeMainPackage: { enable: true },
    compile: { include: ours },
    // Vant is written in px; ours stays in px too, so that both grow alike.
    postcss: {
      pxtransform: { enable: false, config: {} },
      [join(root, 'config/no-desk.cjs')]: { enable: true, config: {} },
    },
    webpackChain(chain) {
      // The same clients take arrows in webpack's own code too.
      chain.output.set('environment', { arrowFunction: true, const: true, destructuring: true })
      chain.module
        .rule('no-code-generation')
        .test(/[\\/]zod[\\/]v4[\\/]core[\\/].*\.js$/)
        .use('no-code-generation')
        .loader(join(root, 'config/no-code-generation.cjs'))
      // `ui/index.ts` names what there is; a package carries what its pages take of it, and the tabs no more than they show.
      chain.module
        .rule('ui-by-name')
        .test(/[\\/]miniapp[\\/]src[\\/]ui[\\/].*\.tsx?$/)
        .merge({ sideEffects: false })
      chain
        .plugin('no-html')
        .use(NormalModuleReplacementPlugin, [
          /inner-html\/(html|parser)\.js$/,
          join(root, 'config/no-html.ts'),
        ])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile: { include: ours },
    router: { mode: 'hash' },
    // One script instead of one per page: a page that was never opened still opens without network,
    // and what the pages share is not repeated in each.
    webpackChain(chain) {
      chain.module.set('parser', { javascript: { dynamicImportMode: 'eager' } })
    },
    // One rem stays 20 px at every width: on a wide screen more fits, nothing swells.
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 } },
    },
  },
})
