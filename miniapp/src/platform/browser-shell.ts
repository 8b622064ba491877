import Taro from '@tarojs/taro'

// The same tokens as in ui/theme.css: Taro's tab bar in the browser takes plain colours only.
const light = { color: '#55605B', selectedColor: '#0F6B57', backgroundColor: '#FFFFFF' }
const dark = { color: '#A9B3AD', selectedColor: '#5CC5A7', backgroundColor: '#1F2523' }

/** In the browser: keeps the tab bar in step with the system's dark setting. WeChat does it by theme.json. */
export function followDarkSetting(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const setting = window.matchMedia('(prefers-color-scheme: dark)')
  const follow = () => Taro.setTabBarStyle(setting.matches ? dark : light)
  setting.addEventListener('change', follow)
  if (setting.matches) follow()
}
