import { useEffect, useState } from 'react'

/**
 * False in a page's first drawing, which is to be short: its name and the shape of the rest. What needs no answer and is
 * long to draw comes with the next one.
 */
export function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  return drawn
}
