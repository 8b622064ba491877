import { View } from '@tarojs/components'
import type { Home, Me } from '@yike/shared/identity/schema'
import { setComfort } from '../platform/comfort'
import { open } from '../platform/route'
import { spokenList } from '../platform/spoken'
import { Icon, QuarterRing, Tap } from '../ui'
import { aria } from '../ui/aria'
import './head.css'
import { words } from './words'

/** Where I set out from, my community, and the way to everything by its name. */
export function Head({ me, from }: { me: Me; from: Home }) {
  return (
    <View className="circle-head">
      <View className="circle-head__bar">
        <View className="circle-head__brand" {...aria({ role: 'heading', level: 1 })}>
          <QuarterRing minutes={15} of={60} size={22} />
          {words.brand}
        </View>
        <Tap className="circle-head__elder" onTap={() => setComfort({ elder: true })}>
          {words.elder}
        </Tap>
        <Tap className="circle-head__language" onTap={() => open('/english/pages/language')}>
          {words.otherLanguage}
        </Tap>
        <Tap
          className="circle-head__bell"
          label={words.notices}
          onTap={() => open('/identity/pages/notices')}
        >
          <Icon name="notice" size={26} />
        </Tap>
      </View>
      <Tap
        className="circle-head__where"
        label={spokenList(
          from.label,
          me.community && `${me.community.street} · ${me.community.name}`,
          words.changeHome,
        )}
        onTap={() => open('/identity/pages/home')}
      >
        <View className="circle-head__place">
          {from.label}
          <Icon name="down" size={22} />
        </View>
        {me.community && (
          <View className="circle-head__community">
            {me.community.street} · {me.community.name}
          </View>
        )}
      </Tap>
      <Tap
        className="circle-head__search"
        role="link"
        onTap={() => open('/circle/pages/list', { search: '' })}
      >
        <Icon name="search" size={22} />
        <View className="circle-head__find">{words.search}</View>
        <View className="circle-head__example">{words.searchExample}</View>
      </Tap>
    </View>
  )
}
