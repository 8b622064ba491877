const tab = (text: string, slice: string) => ({
  text,
  pagePath: `${slice}/tab/index`,
  iconPath: `ui/tab-icons/${slice}.png`,
  selectedIconPath: `ui/tab-icons/${slice}-on.png`,
})

const tabs = [
  tab('首页', 'circle'),
  tab('预约', 'booking'),
  tab('志愿', 'volunteer'),
  tab('我的', 'identity'),
]

// Only WeChat reads colours from theme.json; in the browser the style sheet carries them.
const themed = process.env.TARO_ENV === 'weapp'
const colour = (name: string, plain: string) => (themed ? `@${name}` : plain)

/** What one opens next from a tab is fetched while one reads it. */
const preload = (...packages: string[]) => ({
  network: 'all' as const,
  packages: packages.map(slice => `${slice}/pages`),
})
const preloadRule = {
  'circle/tab/index': preload('circle', 'booking'),
  'booking/tab/index': preload('booking'),
  'volunteer/tab/index': preload('volunteer'),
  'identity/tab/index': preload('identity', 'microproject'),
}

export default defineAppConfig({
  pages: tabs.map(({ pagePath }) => pagePath),
  // Found by config/sub-packages.ts: one per slice.
  subPackages: SUB_PACKAGES,
  tabBar: {
    list: tabs,
    color: colour('quiet', 'var(--quiet)'),
    selectedColor: colour('green', 'var(--green)'),
    backgroundColor: colour('surface', 'var(--surface)'),
    borderStyle: 'black',
  },
  window: {
    navigationBarTitleText: '一刻邻里',
    navigationBarBackgroundColor: colour('paper', '#FBFAF7'),
    navigationBarTextStyle: themed ? '@bar' : 'black',
    backgroundColor: colour('paper', '#FBFAF7'),
    backgroundTextStyle: themed ? '@pull' : 'dark',
  },
  // In a browser a page slides in for a third of a second, also for who has asked for no motion, and who goes back and
  // forward meanwhile is left with none.
  animation: false,
  ...(themed ? { darkmode: true, themeLocation: 'theme.json' } : {}),
  lazyCodeLoading: 'requiredComponents',
  permission: { 'scope.userLocation': { desc: '用来算出走路一刻钟内能去的地方' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  // Nothing that is personal is asked before `platform/privacy.ts` has.
  ...(themed ? { __usePrivacyCheck__: true, sitemapLocation: 'sitemap.json', preloadRule } : {}),
})
