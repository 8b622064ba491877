import { View } from '@tarojs/components'
import { aria } from '../ui/aria'
import './rows.css'

/** What is wrong with a part of a form that is no field. */
export const Wrong = ({ children }: { children: string | undefined }) =>
  children ? (
    <View className="workbench-rows__wrong" {...aria({ role: 'alert', live: 'polite' })}>
      {children}
    </View>
  ) : null
