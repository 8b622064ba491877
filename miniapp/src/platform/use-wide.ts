import { useEffect, useState } from 'react'

const inBrowser = process.env.TARO_ENV === 'h5'

/** A desk's screen: room for a list and a case side by side. Phones never have it. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => inBrowser && window.matchMedia('(min-width: 1024px)').matches)
  useEffect(() => {
    if (!inBrowser) return undefined
    const room = window.matchMedia('(min-width: 1024px)')
    const follow = () => setWide(room.matches)
    room.addEventListener('change', follow)
    return () => room.removeEventListener('change', follow)
  }, [])
  return wide
}
