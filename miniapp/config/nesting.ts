import type { IPluginContext } from '@tarojs/service'
import { vantTags } from './vant'

interface MiniPlatform {
  template: { nestElements: Map<string, number> }
}

/**
 * How deep a control may stand in others of its own sort; Taro writes its template once per level, and allows 4 to 8.
 * A text holds words and at most a text of another manner; nobody puts a button into a button.
 */
const nesting = { 'scroll-view': 1, text: 3, 'static-text': 3 }

/** Taro plugin: templates only as deep as our pages go. A third of `base.wxml` otherwise describes what never is. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: MiniPlatform) {
      for (const [element, levels] of Object.entries(nesting)) template.nestElements.set(element, levels)
      for (const tag of vantTags) template.nestElements.set(tag, 1)
    },
  })
}
