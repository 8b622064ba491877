/** The sheet for a doorway, as a page that a browser prints: large enough for old eyes at an arm's length. */
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
  readonly needs: readonly Need[]
  readonly measured: AroundReply['measured']
}

/** So many needs have room on the sheet. */
const MOST_NEEDS = 10

export const posterOf = ({ label, link, minutes, needs, measured }: Poster): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escaped(label || '一刻邻里')}</title><style>
  @page { size: A4; margin: 0 }
  * { box-sizing: border-box; margin: 0 }
  body { width: 794px; height: 1123px; padding: 52px 56px 44px; font-family: 'Noto Sans SC Variable', 'Noto Sans SC', sans-serif; color: #1E2422; background: #FBFAF7; display: flex; flex-direction: column }
  h1 { font-size: 54px; line-height: 1.15; color: #0F6B57 }
  .door { font-size: 25px; margin-top: 6px; min-height: 12px }
  .needs { flex: 1; margin-top: 22px; display: grid; grid-template-columns: 1fr 1fr; gap: 0 36px; align-content: start }
  .need { border-top: 2px solid #0F6B57; padding: 10px 0 14px; break-inside: avoid }
  .kind { font-size: 20px; font-weight: 700; color: #0F6B57 }
  .place { display: flex; justify-content: space-between; gap: 12px; font-size: 22px; line-height: 1.45 }
  .place b { white-space: nowrap; font-variant-numeric: tabular-nums }
  .foot { display: flex; gap: 28px; align-items: center; border-top: 2px solid #1E2422; padding-top: 22px }
  .foot svg { width: 168px; height: 168px; flex: none }
  .scan { font-size: 28px; font-weight: 700 }
  .note { font-size: 17px; line-height: 1.5; margin-top: 8px; color: #4A5450 }
</style><body>
<h1>走路${minutes === 15 ? '一刻钟' : ` ${minutes} 分钟`}，都有什么</h1>
<div class="door">${label ? `从${escaped(label)}出发` : ''}</div>
<div class="needs">${needs.slice(0, MOST_NEEDS).map(needOf).join('')}</div>
<div class="foot">${renderSVG(link, { ecc: 'M', border: 2 })}<div>
<div class="scan">微信扫一扫，看现在开没开</div>
<div class="note">预约养老、托育和场地，提民生微实事，找志愿者帮忙。</div>
<div class="note">${measured === 'network' ? '分钟数按步行路网算，每分钟 60 米左右。' : '这一带还没有路网，分钟数按直线估算，实际会长一些。'}</div>
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
