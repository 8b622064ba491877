import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** The Vant controls that `src/ui` wraps. Everything they need comes along; nothing else does. */
const controls = ['button', 'field', 'popup']

export const vantTags = controls.map(control => `van-${control}`)

const lib = join(
  dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@vant/weapp/package.json')),
  'lib',
)

/**
 * What no wrapper shows stays behind. Of the icons that is 11 KB of names: their font lies on a server of others, and we draw
 * our own.
 */
const unseen = ['icon', 'info', 'loading'].map(part => join(part, 'index.wxss'))

const references: Record<string, RegExp> = {
  '.js': /(?:require\(|from )['"](\.[^'"]+)['"]/g,
  '.wxs': /require\(['"](\.[^'"]+)['"]\)/g,
  '.wxss': /@import ['"]?([^'";]+)['"]?;/g,
  '.wxml': /(?:src)=['"](\.[^'"]+\.(?:wxs|wxml))['"]/g,
}

/** Every file of @vant/weapp that the wanted controls reach: component parts, scripts, styles, templates. */
function closure(): string[] {
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return
    found.add(file)
    const text = readFileSync(file, 'utf8')
    const extension = file.slice(file.lastIndexOf('.'))
    if (extension === '.json') {
      const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> }
      for (const path of Object.values(usingComponents)) component(resolve(dirname(file), path))
      return
    }
    for (const [, path = ''] of text.matchAll(references[extension] ?? /$^/g)) {
      const target = resolve(dirname(file), path)
      visit(existsSync(target) && target.endsWith(extension) ? target : `${target}${extension}`)
      visit(target)
    }
  }
  const component = (base: string): void => {
    for (const extension of ['.json', '.js', '.wxml', '.wxss']) visit(base + extension)
  }
  for (const control of controls) component(join(lib, control, 'index'))
  return [...found].filter(file => !unseen.some(styles => file.endsWith(styles)))
}

/** Patterns for Taro's `copy`: the closure goes to `vant/` in the output, where npm-style paths are not needed. */
export const vantFiles = (output: string) =>
  closure().map(file => ({ from: file, to: join(output, 'vant', relative(lib, file)) }))

interface ComponentConfig {
  thirdPartyComponents: Map<string, Set<string>>
}

interface PageConfigs {
  [name: string]: { content: { usingComponents?: Record<string, string> } }
}

/** Taro plugin: makes every control known to the app as a whole, so that no page has to name it. */
export default (ctx: IPluginContext): void => {
  ctx.modifyComponentConfig(({ componentConfig }: { componentConfig: ComponentConfig }) => {
    for (const tag of vantTags) componentConfig.thirdPartyComponents.set(tag, new Set())
  })
  ctx.modifyMiniConfigs(({ configMap }: { configMap: PageConfigs }) => {
    const app = configMap['app.config']
    if (!app) throw new Error('Taro no longer hands the app configuration to modifyMiniConfigs')
    app.content.usingComponents = Object.fromEntries(
      controls.map(name => [`van-${name}`, `/vant/${name}/index`]),
    )
  })
}
