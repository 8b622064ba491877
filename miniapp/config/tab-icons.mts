/** Draws the tab bar's PNGs (WeChat takes no SVG there) from `src/ui/icons`: `pnpm icons`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const ui = join(import.meta.dirname, '../src/ui')
const pictures = { circle: 'logo', booking: 'calendar', volunteer: 'volunteer', identity: 'person' }
// One set for both grounds: 3:1 or better on the light bar and on the dark one.
const colours = { '': '#7A857F', '-on': '#1C8F74' }

for (const [slice, icon] of Object.entries(pictures)) {
  const svg = readFileSync(join(ui, 'icons', `${icon}.svg`), 'utf8')
  for (const [suffix, colour] of Object.entries(colours)) {
    // WeChat shows the whole 81 px square: three units of air on each side keep the line weights even.
    const drawn = svg.replaceAll('#000', colour).replace('0 0 24 24', '-3 -3 30 30')
    const png = new Resvg(drawn, { fitTo: { mode: 'width', value: 81 } }).render().asPng()
    writeFileSync(join(ui, 'tab-icons', `${slice}${suffix}.png`), png)
  }
}
