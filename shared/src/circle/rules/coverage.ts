/** Coverage for a desk's own tools: a table, a map layer, a picture. */
import type { Position } from '../../identity/schema'
import { METERS_PER_DEGREE } from '../rules'
import { type PlaceKind, placeKinds } from '../schema'
import { BEYOND, type Coverage } from '../schema/coverage'

/** What each kind is called. */
export type KindNames = Readonly<Record<PlaceKind, string>>

/** One row for each kind and band, of the region and then of each part, with a heading; UTF-8 with the mark that Excel wants. */
export const coverageCsv = (coverages: readonly Coverage[], kindNames: KindNames): string => {
  const heading = [
    '地区',
    '其中',
    '代码',
    '类别',
    '分钟内',
    '户数',
    '覆盖户数',
    '覆盖率',
    '够不着户数',
    '建议增设',
    '增设后覆盖率',
  ]
  const rows = coverages.flatMap(({ name, region, households, kinds, parts }) => [
    ...kinds.flatMap(({ kind, within }) =>
      within.map(({ minutes, share, leftOut, next: [best] }) => [
        name,
        '',
        region,
        kindNames[kind],
        minutes,
        households,
        households - leftOut,
        share,
        leftOut,
        best?.name ?? '',
        best?.share ?? '',
      ]),
    ),
    ...parts.flatMap(({ region: part, name: partName, households: here, kinds: ofPart }) =>
      ofPart.flatMap(({ kind, within }) =>
        within.map(({ minutes, share, leftOut }) => [
          name,
          partName,
          part,
          kindNames[kind],
          minutes,
          here,
          here - leftOut,
          share,
          leftOut,
          '',
          '',
        ]),
      ),
    ),
  ])
  return `\ufeff${[heading, ...rows].map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that begins like a formula is a text all the same. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Dwellings as points with the minutes to each kind (absent: beyond reach), and the best next sites (RFC 7946). */
export const coverageGeoJson = (coverages: readonly Coverage[]) => ({
  type: 'FeatureCollection' as const,
  features: coverages.flatMap(({ region, homes, kinds }) => [
    ...homes.map(({ position, households, minutes, part }) =>
      point(position, {
        region,
        ...(part && { part }),
        households,
        ...Object.fromEntries(
          placeKinds.flatMap((kind, at) => ((minutes[at] ?? BEYOND) < BEYOND ? [[kind, minutes[at]]] : [])),
        ),
      }),
    ),
    ...kinds.flatMap(({ kind, within }) =>
      within.flatMap(({ minutes, next }) =>
        next.map(({ name, position, adds, share }, nth) =>
          point(position, { region, site: name, kind, minutes, order: nth + 1, adds, share }),
        ),
      ),
    ),
  ]),
})

const point = ({ lng, lat }: Position, properties: Readonly<Record<string, unknown>>) => ({
  type: 'Feature' as const,
  geometry: { type: 'Point' as const, coordinates: [lng, lat] },
  properties,
})

const SIDE = 800
const MARGIN = 40
const LEGEND = '绿点：走得到　红圈：走不到　黑圈：现有　红底数字：建议增设'

/** A bar of so many metres, the longest that is no more than a quarter of the picture. */
const scaleFor = (meters: number): number =>
  [2000, 1000, 500, 200, 100, 50].find(length => length <= meters / 4) ?? 20

/** A picture of one kind within one band, over streets where there are any: full where dwellings are reached, ringed where not, places that there are, numbers for next sites. */
export const coverageSvg = (
  coverage: Coverage,
  kind: PlaceKind,
  minutes: number,
  kindNames: KindNames,
  streets: readonly (readonly Position[])[] = [],
): string => {
  const at = placeKinds.indexOf(kind)
  const band = coverage.kinds[at]?.within.find(one => one.minutes === minutes)
  const sites = band?.next ?? []
  const places = coverage.kinds[at]?.at ?? []
  const all = [...[...coverage.homes, ...sites].map(({ position }) => position), ...places]
  const [west, north] = [Math.min(...all.map(({ lng }) => lng)), Math.max(...all.map(({ lat }) => lat))]
  const squeeze = Math.cos((north * Math.PI) / 180)
  const extent = Math.max(
    1e-4,
    (Math.max(...all.map(({ lng }) => lng)) - west) * squeeze,
    north - Math.min(...all.map(({ lat }) => lat)),
  )
  const spot = ({ lng, lat }: Position) => [
    (MARGIN + (((lng - west) * squeeze) / extent) * (SIDE - 2 * MARGIN)).toFixed(1),
    (MARGIN + 40 + ((north - lat) / extent) * (SIDE - 2 * MARGIN)).toFixed(1),
  ]
  const home = ({ position, households, minutes: to }: Coverage['homes'][number]) => {
    const [x, y] = spot(position)
    const size = Math.min(11, 3.5 + Math.sqrt(households) / 2).toFixed(1)
    return (to[at] ?? BEYOND) <= minutes
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="#0F6B57" opacity="0.75"/>`
      : `<circle cx="${x}" cy="${y}" r="${size}" fill="#FFFFFF" stroke="#B9471A" stroke-width="3"/>`
  }
  const site = ({ position, name }: (typeof sites)[number], nth: number) => {
    const [x, y] = spot(position)
    return `<g><title>${escaped(name)}</title><circle cx="${x}" cy="${y}" r="13" fill="#B9471A"/><text x="${x}" y="${y}" dy="5" fill="#FFFFFF" font-size="15" font-weight="700" text-anchor="middle">${nth + 1}</text></g>`
  }
  const place = (position: Position) => {
    const [x, y] = spot(position)
    return `<circle cx="${x}" cy="${y}" r="7" fill="#FFFFFF" stroke="#1E2422" stroke-width="4"/>`
  }
  const street = (line: readonly Position[]) =>
    `<polyline points="${line.map(position => spot(position).join(',')).join(' ')}" fill="none" stroke="#C9CEC9" stroke-width="3"/>`
  const across = extent * METERS_PER_DEGREE
  const scale = scaleFor(across)
  const bar = (scale / across) * (SIDE - 2 * MARGIN)
  const title = `${coverage.name} · ${kindNames[kind]} · ${minutes} 分钟内 ${Math.floor((band?.share ?? 0) * 1000) / 10}%`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE + 40}" font-family="sans-serif">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="#FBFAF7"/>`,
    `<text x="${MARGIN}" y="36" font-size="22" font-weight="700" fill="#1E2422">${escaped(title)}</text>`,
    `<clipPath id="map"><rect y="52" width="${SIDE}" height="${SIDE - 52}"/></clipPath>`,
    ...(streets.length > 0 ? ['<g clip-path="url(#map)">', ...streets.map(street), '</g>'] : []),
    ...coverage.homes.map(home),
    ...places.map(place),
    ...sites.map(site),
    `<text x="${MARGIN}" y="${SIDE + 26}" font-size="15" fill="#55605B">${LEGEND}</text>`,
    `<path d="M${SIDE - MARGIN - bar} ${SIDE + 22}h${bar}m0 -8v8m${-bar} 0v-8" stroke="#55605B" stroke-width="2" fill="none"/>`,
    `<text x="${SIDE - MARGIN - bar - 8}" y="${SIDE + 26}" font-size="15" fill="#55605B" text-anchor="end">${scale} 米</text>`,
    '</svg>\n',
  ].join('\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
