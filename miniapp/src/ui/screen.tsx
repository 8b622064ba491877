import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { textPx, USUAL_PX, useComfort } from '../platform/comfort'
import { useFocusOnShow } from '../platform/focus'
import { useOnline } from '../platform/network'
import { goBack, useArrival, useIsBroken } from '../platform/route'
import { useShell } from '../platform/shell'
import { startLanguage, useLanguageReady } from '../platform/use-language'
import { weChat } from '../platform/wechat'
import { aria } from './aria'
import { ElderBar } from './elder-bar'
import { Foot } from './foot'
import { Titled } from './head'
import { Icon } from './icon'
import { Incomplete } from './incomplete'
import { Outside, useOutside } from './outside'
import { PrivacyAsk } from './privacy-ask'
import './screen.css'
import { Tap } from './tap'
import { controlWords as words } from './words'

interface ScreenProps {
  /** Shown at the top in the browser, where no navigation bar says it. Tabs leave it out and draw their own head. */
  title?: string | undefined
  /** The workbench uses the width of a desk beside its rail; `page` has room for two columns. */
  wide?: boolean | 'page'
  /** Stays at the bottom edge: the one button that acts. */
  foot?: ReactNode
  /** At a desk: stands left of the page from top to bottom, before it in the order of reading. */
  beside?: ReactNode
  /** One of the pages that `beside` leads to: there is no way back to show. */
  top?: boolean
  /** A way in: shown also to people who have not entered. */
  door?: boolean
  children: ReactNode
}

/** Drawings grow with the text, up to here: beside 30 px of it more would only push the words aside. */
const LARGEST_DRAWING = 1.5

/** The page beside what stands left of it: to go past that by key, see `readOn`. */
export const CONTENT = 'content'

const inBrowser = process.env.TARO_ENV === 'h5'

/** The head of a tab, which has no bar that says its name. */
export function TabHead({ title, note }: { title: string; note?: string | undefined }) {
  return (
    <View className="yk-tab-head">
      <View className="yk-tab-head__title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
      {note && <View className="yk-tab-head__note">{note}</View>}
    </View>
  )
}

/** Outermost element of every page: ground, width, larger and clearer sets, the offline line. */
export function Screen({ title, wide, foot, beside, top, door, children }: ScreenProps) {
  const unknown = useOutside()
  const outside = unknown && !door
  const isBroken = useIsBroken()
  const comfort = useComfort()
  const { elder, contrast } = comfort
  // At a desk there is room for the ways that stand there anyway.
  const barred = elder && !(unknown && door) && !beside
  // WeChat's own bar writes small: there 长辈版 says it once more, as large as it asks its questions.
  const titled = inBrowser || barred
  const text = textPx(comfort)
  useShell(comfort)
  useFocusOnShow()
  useArrival()
  const online = useOnline()
  const ready = useLanguageReady()
  useDidShow(() => void startLanguage())
  const classes = [
    'yk-screen',
    title && !titled && 'yk-screen--named',
    wide && (wide === 'page' ? 'yk-screen--page' : 'yk-screen--wide'),
    foot && 'yk-screen--footed',
    beside && 'yk-screen--beside',
    elder && 'yk-elder',
    contrast && 'yk-contrast',
  ]
  const bottom = ready && foot && !outside && !isBroken && (
    <Foot>
      <View className="yk-screen__column">{foot}</View>
    </Foot>
  )
  return (
    <View
      className={classes.filter(Boolean).join(' ')}
      style={`--text: ${text}px; --grow: ${Math.min(LARGEST_DRAWING, text / USUAL_PX).toFixed(2)}`}
      {...(!beside && aria({ role: 'main' }))}
    >
      {beside}
      <View className="yk-screen__column" {...(beside ? { id: CONTENT, ...aria({ role: 'main' }) } : {})}>
        {ready && !online && (
          <View className="yk-screen__offline" {...aria({ role: 'status', live: 'polite' })}>
            <Icon name="offline" size={20} />
            {words.noNetwork}
          </View>
        )}
        {ready && titled && title && (
          <View className="yk-screen__head">
            {!barred && !(beside && top) && (
              <Tap className="yk-screen__back" label={words.back} onTap={goBack}>
                <Icon name="back" />
              </Tap>
            )}
            <View className="yk-screen__title" {...aria({ role: 'heading', level: 1 })}>
              {title}
            </View>
          </View>
        )}
        {weChat && <PrivacyAsk />}
        {ready && (
          <Titled.Provider value={Boolean((titled && title) || beside)}>
            {outside ? <Outside /> : isBroken ? <Incomplete /> : children}
          </Titled.Provider>
        )}
        {beside && bottom}
      </View>
      {!beside && bottom}
      {ready && barred && <ElderBar />}
    </View>
  )
}
