import { mergeInternalComponents } from '@tarojs/shared'
import { spoken } from './aria-names'

mergeInternalComponents(spoken)
