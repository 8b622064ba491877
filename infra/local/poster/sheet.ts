/** The sheet for a doorway, as a page that a browser prints: large enough for old eyes at an arm's length. */
import { paces, type WalkProfile } from '@yike/shared/circle/kinds'
import type { AroundReply, PlaceKind } from '@yike/shared/circle/schema'
import { renderSVG } from 'uqr'
import { kindNames } from '../../../functions/src/circle/import/csv/cells'

interface Need {
  readonly kind: PlaceKind
  readonly places: readonly { readonly name: string; readonly walkMinutes: number }[]
}

export interface Poster {
  /** What one calls the door; may be empty. */
  readonly label: string
  readonly link: string
  readonly minutes: number
  /** Who walks. */
  readonly profile: WalkProfile
  /** Of the community around the door, for whoever has no phone that scans. */
  readonly help: { readonly name: string; readonly phone: string } | undefined
  readonly needs: readonly Need[]
  readonly measured: AroundReply['measured']
}

const walkers: Readonly<Record<WalkProfile, string>> = {
  ordinary: '',
  elder: '老人慢走',
  pram: '推婴儿车',
  wheelchair: '坐轮椅',
  night: '夜里走',
}

/** Of each of the two columns, in pixels; and what a need and a line of it take. */
const COLUMN = 700
const NEED = 50
const LINE = 31
/** A longer name goes on in a second line. */
const CHARACTERS_IN_A_LINE = 11
/** Of each need there are two, where there are; more while the sheet has room. */
const FEWEST = 2

/** What has room of each need: a line more of one after the other, so that no sheet is half empty and none runs over. */
export const fitting = (needs: readonly Need[]): readonly Need[] => {
  let counts = needs.map(() => FEWEST)
  const cut = (many: readonly number[]) =>
    needs.map((need, nth) => ({ ...need, places: need.places.slice(0, many[nth]) }))
  for (let each = FEWEST + 1; needs.some(({ places }) => places.length >= each); each++)
    for (const nth of needs.keys()) {
      const more = counts.with(nth, each)
      if (fits(cut(more))) counts = more
    }
  return cut(counts)
}

/** Do they stand in two columns, one after the other, none of them torn? */
const fits = (needs: readonly Need[]): boolean => {
  let [column, filled] = [1, 0]
  for (const need of needs) {
    const height = heightOf(need)
    if (filled + height > COLUMN) [column, filled] = [column + 1, 0]
    filled += height
  }
  return column <= 2 && filled <= COLUMN
}

const heightOf = ({ places }: Need): number =>
  places.reduce((sum, { name }) => sum + LINE * Math.ceil(name.length / CHARACTERS_IN_A_LINE), NEED)

export const posterOf = ({
  label,
  link,
  minutes,
  profile,
  help,
  needs,
  measured,
}: Poster): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escaped(label || '一刻邻里')}</title><style>
  @page { size: A4; margin: 0 }
  * { box-sizing: border-box; margin: 0 }
  body { width: 794px; height: 1123px; padding: 52px 56px 44px; font-family: 'Noto Sans SC Variable', 'Noto Sans SC', sans-serif; color: #1E2422; background: #FBFAF7; display: flex; flex-direction: column }
  h1 { font-size: 54px; line-height: 1.15; color: #0F6B57 }
  .door { font-size: 25px; margin-top: 6px; min-height: 12px }
  .needs { height: 704px; flex: none; margin: 14px 0 auto; columns: 2; column-gap: 36px; column-fill: auto }
  .need { border-top: 2px solid #0F6B57; padding: 8px 0 12px; break-inside: avoid }
  .kind { font-size: 20px; line-height: 28px; font-weight: 700; color: #0F6B57 }
  .place { display: flex; justify-content: space-between; gap: 12px; font-size: 22px; line-height: 31px }
  .place b { white-space: nowrap; font-variant-numeric: tabular-nums }
  .foot { display: flex; gap: 28px; align-items: center; border-top: 2px solid #1E2422; padding-top: 22px }
  .foot svg { width: 168px; height: 168px; flex: none }
  .scan { font-size: 28px; font-weight: 700 }
  .call { font-size: 20px; font-weight: 700; margin-top: 8px }
  .note { font-size: 17px; line-height: 1.5; margin-top: 8px; color: #4A5450 }
</style><body>
<h1>${walkers[profile] || '走路'}${minutes === 15 ? '一刻钟' : ` ${minutes} 分钟`}，都有什么</h1>
<div class="door">${label ? `从${escaped(label)}出发` : ''}</div>
<div class="needs">${fitting(needs).map(needOf).join('')}</div>
<div class="foot">${renderSVG(link, { ecc: 'M', border: 2 })}<div>
<div class="scan">微信扫一扫，看现在开没开</div>
<div class="note">预约养老、托育和场地，提民生微实事，找志愿者帮忙。</div>
${help ? `<div class="call">不会扫码，打${escaped(help.name)}电话 ${escaped(help.phone)}</div>` : ''}
<div class="note">${measured === 'network' ? `分钟数按${walkers[profile] && `${walkers[profile]}的`}路网算，每分钟 ${paces[profile].metersPerMinute} 米左右。` : '这一带还没有路网，分钟数按直线估算，实际会长一些。'}</div>
</div></div></body></html>`

const needOf = ({ kind, places }: Need): string => {
  const lines = places.map(
    ({ name, walkMinutes }) =>
      `<div class="place"><span>${escaped(name)}</span><b>${walkMinutes} 分钟</b></div>`,
  )
  return `<div class="need"><div class="kind">${kindNames[kind]}</div>${lines.join('')}</div>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
