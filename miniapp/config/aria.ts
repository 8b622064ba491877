import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { spoken } from './aria-names'

interface MiniPlatform {
  template: { mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void }
  runtimePath: string | string[]
}

/**
 * Taro plugin: Taro's templates for WeChat carry no accessibility attributes. This adds them to the
 * template at build time and, with `runtime.ts`, to the table of names that runs on the phone.
 */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      platform.template.mergeComponents(ctx, spoken)
      platform.runtimePath = [platform.runtimePath, join(process.cwd(), 'config/runtime.ts')].flat()
    },
  })
}
