import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Comfort } from './comfort'
import { language } from './language'
import { ifPossible } from './runtime'
import { words } from './words'

const inBrowser = process.env.TARO_ENV === 'h5'

let barHidden = false

/** 长辈版 has its own way around, always in the same place; WeChat refuses on a page without tabs, which has no bar to hide. */
function hideBar(hidden: boolean): void {
  if (hidden === barHidden) return
  ifPossible(async () => {
    await (hidden ? Taro.hideTabBar() : Taro.showTabBar())
    barHidden = hidden
  })
}

/** In a browser the ground and the bar carry the page's own tokens. */
function dressBrowser({ elder, contrast }: Comfort): void {
  document.body.className = ['yk-shell', elder && 'yk-elder', contrast && 'yk-contrast']
    .filter(Boolean)
    .join(' ')
  const bar = document.querySelector('taro-tabbar')
  bar?.setAttribute('role', 'navigation')
  bar?.setAttribute('aria-label', words.mainPages)
  if (bar) dressBar(bar)
  if (bar && bar !== watched)
    new MutationObserver(() => dressBar(bar)).observe(bar, {
      subtree: true,
      childList: true,
      attributeFilter: ['class'],
    })
  watched = bar
}

let watched: Element | null = null

/** The browser's bar draws itself when it pleases, and hears nothing before: it is told again whenever it has. */
function dressBar(bar: Element): void {
  for (const way of bar.querySelectorAll('a'))
    if (way.matches('.weui-bar__item_on')) way.setAttribute('aria-current', 'page')
    else way.removeAttribute('aria-current')
  for (const [index, { textContent }] of bar.querySelectorAll('.weui-tabbar__label').entries())
    if (textContent !== words.tabs[index]) nameTab(index)
}

const nameTab = (index: number): void =>
  ifPossible(() => Taro.setTabBarItem({ index, text: words.tabs[index] ?? '' }))

let barSays = language()

/** The titles and the bar of tabs, as the pages' configs hold them, are Chinese. The bar can be changed on a tab only. */
function speakShell(): void {
  const route =
    Taro.getCurrentPages()
      .at(-1)
      ?.route?.replace(/^\/|\?.*$/g, '') ?? ''
  const title = words.titles[route]
  if (title) ifPossible(() => Taro.setNavigationBarTitle({ title }))
  if (inBrowser || barSays === language() || !route.includes('/tab/')) return
  barSays = language()
  for (const index of words.tabs.keys()) nameTab(index)
}

/** What surrounds a page, and is drawn by WeChat or the browser, follows how the person wants to read. */
export function useShell(comfort: Comfort): void {
  const dress = () => {
    if (inBrowser) dressBrowser(comfort)
    else hideBar(comfort.elder)
    speakShell()
  }
  useEffect(dress)
  useDidShow(dress)
}
