import type { IPluginContext } from '@tarojs/service'
import { unused } from './unused'
import { vantTags } from './vant'

interface MiniPlatform {
  template: { nestElements: Map<string, number>; internalComponents: { View: object } }
}

/**
 * How deep a control may stand in others of its own sort; Taro writes its template once per level, and allows 4 to 8.
 * A text holds words and at most a text of another manner; nobody puts a button into a button, or a row of days into one.
 */
const nesting = { text: 3, 'static-text': 3, 'scroll-view': 1 }

/** Taro plugin: templates only as deep, and with as much in them, as our pages need. Half of `base.wxml` otherwise describes what never is. */
export default (ctx: IPluginContext): void => {
  // Taro adds it by itself where a page uses one.
  ctx.modifyComponentConfig(({ componentConfig }: { componentConfig: { includes: Set<string> } }) => {
    componentConfig.includes.delete('scroll-view')
  })
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: MiniPlatform) {
      for (const [element, levels] of Object.entries(nesting)) template.nestElements.set(element, levels)
      for (const tag of vantTags) template.nestElements.set(tag, 1)
      for (const name of unused) Reflect.deleteProperty(template.internalComponents.View, name)
    },
  })
}
