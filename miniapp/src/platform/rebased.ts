export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What somebody typed over a thing that has become another one: fields they touched stay, the others follow. */
export const rebased = <D extends object>(draft: D, base: D, next: D): D => {
  const isTouched = (name: string) => !isSame(draft[name as keyof D], base[name as keyof D])
  return { ...next, ...Object.fromEntries(Object.entries(draft).filter(([name]) => isTouched(name))) }
}
