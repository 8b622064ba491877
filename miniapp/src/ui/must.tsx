import { View } from '@tarojs/components'
import { aria } from './aria'
import './must.css'

/** Behind the name of what has to be filled in. Screen readers hear it from the control itself. */
export const Must = () => (
  <View className="yk-must" {...aria({ hidden: true })}>
    必填
  </View>
)
