import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Each slice is a WeChat subpackage, and so is the gallery of controls: its pages load when first opened. Its tab, if it has one, is in the main package. */
const slices = ['ui', 'circle', 'booking', 'microproject', 'volunteer', 'identity', 'workbench', 'english']

/** Entering as anyone one likes, and looking at every control, are for development; elsewhere those pages are not in the build at all. */
const onlyInSandbox = ['identity/pages/enter', 'ui/pages/gallery']

/** What only a desk does. */
const onlyInBrowser = ['identity/pages/desk']

export interface SubPackage {
  root: string
  pages: string[]
}

/** A page is `<slice>/pages/<page>.tsx` with its `<page>.config.ts`; putting the two files there is enough. */
export function subPackages(source: string, sandbox: boolean, browser = false): SubPackage[] {
  const pagesOf = (root: string): string[] => {
    const folder = join(source, root)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter(file => file.endsWith('.config.ts'))
      .map(file => file.replace('.config.ts', ''))
      .filter(page => sandbox || !onlyInSandbox.includes(`${root}/${page}`))
      .filter(page => browser || !onlyInBrowser.includes(`${root}/${page}`))
      .sort()
  }
  return slices
    .map(slice => ({ root: `${slice}/pages`, pages: pagesOf(`${slice}/pages`) }))
    .filter(({ pages }) => pages.length > 0)
}
