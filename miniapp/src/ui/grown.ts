/** A measure in px that grows with the text, for what is drawn beside it. */
export const grown = (px: number): string => `calc(${px}px * var(--grow))`

export const square = (px: number) => ({ width: grown(px), height: grown(px) })
