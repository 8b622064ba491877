/** What runs on the phone must know the templates as `aria.ts` and `templates.ts` have built them. */
import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import { spoken } from './aria-names'
import { unused } from './unused'

mergeInternalComponents(spoken)
for (const name of unused) Reflect.deleteProperty(internalComponents.View ?? {}, name)
