/** Pictures side by side: an index to click through, and one PNG for a few rows of every mode and width. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Street } from '../visitor'
import { englishModes, modeNames, type Width, widths } from './modes'

/** Pictures on one sheet, and how wide each is there. */
const layout: Record<Width, { perSheet: number; wide: number; high: number }> = {
  390: { perSheet: 14, wide: 210, high: 640 },
  1280: { perSheet: 9, wide: 500, high: 460 },
}

const style = `body{margin:0;padding:12px;background:#8b918e;font:13px sans-serif;display:flex;flex-wrap:wrap;gap:12px}
figure{margin:0;background:#fff;overflow:hidden}img{display:block;width:100%}figcaption{padding:4px 6px}h2{width:100%;margin:8px 0 0}`

const figure = (name: string, wide: number, high: number) =>
  `<figure style="width:${wide}px;max-height:${high}px"><figcaption>${name}</figcaption><a href="${name}.png"><img src="${name}.png"></a></figure>`

const pageOf = (body: string) => `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`

export async function contactSheets(street: Street, folder: string, names: readonly string[]): Promise<void> {
  const sorted = [...names].sort()
  const page = await street.blankPage({ width: 1600, height: 900 })
  const index: string[] = []
  for (const width of widths) {
    const { perSheet, wide, high } = layout[width]
    for (const mode of [...modeNames, ...englishModes]) {
      const these = sorted.filter(name => name.endsWith(`-${mode}-${width}`))
      if (these.length === 0) continue
      index.push(`<h2>${mode} ${width} px</h2>`, ...these.map(name => figure(name, wide, high)))
      for (let at = 0; at < these.length; at += perSheet) {
        const file = join(folder, `sheet-${mode}-${width}-${at / perSheet + 1}`)
        writeFileSync(
          `${file}.html`,
          pageOf(
            these
              .slice(at, at + perSheet)
              .map(name => figure(name, wide, high))
              .join(''),
          ),
        )
        await page.goto(pathToFileURL(`${file}.html`).href)
        await page.screenshot({ path: `${file}.png`, fullPage: true })
      }
    }
  }
  writeFileSync(join(folder, 'index.html'), pageOf(index.join('\n')))
}
