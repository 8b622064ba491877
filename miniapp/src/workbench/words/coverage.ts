import type { Coverage } from '@yike/shared/circle/schema/coverage'
import { table } from '../../platform/language'

export const coverageWords = table('workbench.coverageWords', {
  title: '覆盖',
  link: '服务圈覆盖',
  none: '还不知道居民住在哪里',
  noneText: '先导入带住宅的地图（npm run import）。这里会算出谁走得到、谁够不着。',
  sum: (dwellings: number, households: number) => `${dwellings} 幢住宅，${households} 户`,
  uncounted: (dwellings: number) => `其中 ${dwellings} 幢没有户数，按 1 户算`,
  asOf: (day: string) => `${day}算的`,
  measured: {
    streets: '按步行路网；养老按老人步速，托育按推童车（不走台阶）。',
    straight: '这里还没有路网，按直线 × 1.3 估算。',
  } satisfies Record<Coverage['measured'], string>,
  band: '走多少分钟',
  minutes: (minutes: number) => `${minutes} 分钟内`,
  kind: '服务',
  share: '覆盖户数',
  places: '本社区处数',
  leftOut: '够不着',
  households: (count: number) => `${count} 户`,
  all: '全到',
  percent: (share: number) => `${share === 1 ? 100 : Math.floor(share * 1000) / 10}%`,
  map: (kind: string, minutes: number, left: number) =>
    left === 0 ? `${kind}：住宅都在 ${minutes} 分钟内` : `${kind}：${left} 户 ${minutes} 分钟走不到`,
  legend: { reached: '走得到', left: '走不到', place: '现有', site: '建议增设' },
  next: '下一处放在哪里',
  nextText:
    '先在社区现有的场所里挑；没有合适的，就在够不着的住宅旁；每次选能多带上最多户的一处。一处时是最优；几处时不低于最优的 63%（1 − 1/e）。',
  site: (name: string) => `在${name}增设`,
  adds: (households: number, before: string, after: string) => `多 ${households} 户，${before} → ${after}`,
  noSite: '现有场所里没有能带上他们的，要另找地方。',
  allReached: '都走得到，不用再添。',
  export: '导出',
  exportCsv: '表格（CSV）',
  exportGeoJson: '地图（GeoJSON）',
  exportPng: (kind: string) => `${kind}的图（PNG）`,
  norms: '面积',
  norm: {
    per100Households: '每百户居民拥有社区综合服务设施面积',
    per1000People: '每千人社区综合服务设施面积',
    total: '社区综合服务设施总面积',
  } satisfies Record<Coverage['norms'][number]['norm'], string>,
  normValue: (value: number, target: number) => `${value} 平方米，标准 ${target}`,
  met: '达标',
  unmet: '不足',
  noNorms: '还没有场所登记建筑面积。在“场所资料”里填上就能算。',
})
