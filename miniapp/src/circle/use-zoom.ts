import { select } from 'd3-selection'
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from 'd3-zoom'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Moved } from './view/map'

/** How much nearer at most, and by a press of a button. */
const [NEAREST, STEP] = [16, 2] as const
/** A press that slips so far is still a press, px. */
const SLIP_PX = 8
/** How far an arrow key goes, as a share of what is seen. */
const SHARE = 0.25

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

type Square = ZoomBehavior<HTMLDivElement, unknown>

/** A square that fingers, a mouse, its wheel and keys move and enlarge. `of`: what it shows; of anything new all is seen. */
export function useZoom(square: RefObject<HTMLDivElement>, side: number, of: unknown) {
  const [moved, setMoved] = useState<Moved>(zoomIdentity)
  const behaviour = useRef<Square>()

  useEffect(() => {
    const { current: element } = square
    if (!element || side === 0) return undefined
    const zooming: Square = zoom<HTMLDivElement, unknown>()
      .scaleExtent([1, NEAREST])
      .extent([
        [0, 0],
        [side, side],
      ])
      .translateExtent([
        [0, 0],
        [side, side],
      ])
      .clickDistance(SLIP_PX)
      // One finger scrolls the page as long as the whole map is seen; while the page still moves, fingers are the page's.
      .filter((event: MouseEvent | TouchEvent) =>
        'touches' in event
          ? event.cancelable && (event.touches.length > 1 || zoomTransform(element).k > 1)
          : event.button === 0,
      )
      .on('zoom', ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) => setMoved(transform))
    behaviour.current = zooming
    const selected = select(element).call(zooming)
    const onKey = (event: KeyboardEvent) => {
      const [x, y] = arrows[event.key] ?? [0, 0]
      if (x !== 0 || y !== 0) selected.call(zooming.translateBy, x * side * SHARE, y * side * SHARE)
      else if (event.key === '+' || event.key === '=') selected.call(zooming.scaleBy, STEP)
      else if (event.key === '-') selected.call(zooming.scaleBy, 1 / STEP)
      else return
      event.preventDefault()
      // The pin that had the focus may have left the map or have joined another: the next key is heard all the same.
      element.focus({ preventScroll: true })
    }
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('keydown', onKey)
      selected.on('.zoom', null)
    }
  }, [square, side])

  const act = (by: (zooming: Square, element: HTMLDivElement) => void) => () => {
    if (behaviour.current && square.current) by(behaviour.current, square.current)
  }
  const reset = act((zooming, element) => select(element).call(zooming.transform, zoomIdentity))
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with what it shows and for nothing else
  useEffect(reset, [of])

  return {
    moved,
    isWhole: moved.k === 1,
    isNearest: moved.k >= NEAREST,
    nearer: act((zooming, element) => select(element).call(zooming.scaleBy, STEP)),
    farther: act((zooming, element) => select(element).call(zooming.scaleBy, 1 / STEP)),
    reset,
  }
}
