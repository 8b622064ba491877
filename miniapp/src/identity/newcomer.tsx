import { View } from '@tarojs/components'
import { setComfort, useComfort } from '../platform/comfort'
import { open } from '../platform/route'
import { Button, Icon, QuarterRing } from '../ui'
import { aria } from '../ui/aria'
import './newcomer.css'
import { words } from './words'

/** In place of a page that needs a community, for somebody who has none yet: asks for it, and says what it opens. */
export function Newcomer({ why }: { why: string }) {
  const { elder } = useComfort()
  return (
    <View className="identity-newcomer">
      <QuarterRing minutes={15} of={60} size={88}>
        <Icon name="home" size={34} />
      </QuarterRing>
      <View className="identity-newcomer__ask" {...aria({ role: 'heading', level: 1 })}>
        {words.whichCommunity}？
      </View>
      <View className="identity-newcomer__why">{why}</View>
      <Button kind="next" onTap={() => open('/identity/pages/join')}>
        {words.chooseCommunity}
      </Button>
      {!elder && (
        <Button kind="bare" onTap={() => setComfort({ elder: true })}>
          {words.large}
        </Button>
      )}
      <Button kind="bare" onTap={() => open('/english/pages/language')}>
        {words.otherLanguage}
      </Button>
    </View>
  )
}
