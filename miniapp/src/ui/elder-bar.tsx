import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { canReadAloud, hush, readPage, useSpeaking } from '../platform/aloud'
import { goBack, open, useAtHome } from '../platform/route'
import { call } from '../platform/runtime'
import { useMe } from '../platform/session'
import { aria } from './aria'
import './elder-bar.css'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tap } from './tap'
import { barWords as words } from './words'

/** 12345 政务服务便民热线: a person answers in every city, also to who has chosen no community yet. */
const HOTLINE = '12345'

/** 长辈版: back, read aloud and a person on the telephone, on every page in the same place. */
export function ElderBar() {
  const community = useMe()?.community
  const speaking = useSpeaking()
  const atHome = useAtHome()
  useDidHide(hush)
  return (
    <View className="yk-elder-bar" {...aria({ role: 'navigation' })}>
      {atHome ? (
        <Way icon="settings" word={words.size} onTap={() => open('/identity/pages/reading')} />
      ) : (
        <Way icon="back" word={words.back} onTap={goBack} />
      )}
      {canReadAloud && (
        <Way
          icon={speaking ? 'cross' : 'notice'}
          word={speaking ? words.quiet : words.aloud}
          onTap={readPage}
        />
      )}
      <Way
        icon="call"
        word={words.call}
        label={community ? words.callCommunity(community.name) : words.callCity}
        onTap={() => call(community?.phone ?? HOTLINE)}
      />
    </View>
  )
}

interface WayProps {
  icon: IconName
  word: string
  label?: string
  onTap: () => void
}

const Way = ({ icon, word, label, onTap }: WayProps) => (
  <Tap className="yk-elder-bar__way" label={label} onTap={onTap}>
    <Icon name={icon} size={28} />
    <View className="yk-elder-bar__word">{word}</View>
  </Tap>
)
