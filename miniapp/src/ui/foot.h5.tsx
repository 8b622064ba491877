import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

/** Stays at the bottom edge of the window, unless it covers more than a third of it: then it is the end of the page. */
export function Foot({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [high, setHigh] = useState(false)
  useLayoutEffect(() => {
    const foot = box.current
    if (!foot) return undefined
    const measure = () => setHigh(foot.offsetHeight * 3 > window.innerHeight)
    // Told of its first size too, before that is painted: to measure it here would lay out the whole page twice.
    const sizes = new ResizeObserver(measure)
    sizes.observe(foot)
    window.addEventListener('resize', measure)
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [])
  return (
    <div ref={box} className="yk-screen__foot" style={high ? { position: 'static' } : {}}>
      {children}
    </div>
  )
}
