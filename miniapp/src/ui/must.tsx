import { View } from '@tarojs/components'
import { aria } from './aria'
import './must.css'
import { controlWords as words } from './words'

/** Behind the name of what has to be filled in. Screen readers hear it from the control itself. */
export const Must = () => (
  <View className="yk-must" {...aria({ hidden: true })}>
    {words.required}
  </View>
)
