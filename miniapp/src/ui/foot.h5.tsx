import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** Stays at the bottom edge of the window, unless it covers more than a third of it: then it is the end of the page. */
export function Foot({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const foot = box.current
    if (!foot) return undefined
    const settle = () => {
      foot.style.position = foot.offsetHeight * 3 > window.innerHeight ? 'static' : ''
    }
    // Told of its first size too, before that is painted: to measure it here would lay out the whole page twice.
    const sizes = new ResizeObserver(settle)
    sizes.observe(foot)
    window.addEventListener('resize', settle)
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', settle)
    }
  }, [])
  return (
    <div ref={box} className="yk-screen__foot">
      {children}
    </div>
  )
}
