/** What an import says of a file: what was left out of it, and what to do about it. */
import type { HsdsFault } from '../../circle/import/hsds/read'
import type { ImportContents } from '../../circle/import/read'

export const FAULTS_SHOWN = 200

const hsdsFaults: Readonly<Record<HsdsFault['why'], string>> = {
  malformed: '不是 HSDS 3.0 的 service，没有导入。',
  no_position: '没有经纬度，没有导入。',
  no_kind: `认不出类别，没有导入；可加 --kind=类别 再导入一次，例如 --kind=养老。`,
}

export const report = (contents: ImportContents): void => {
  if (contents.from === 'osm') {
    if (contents.cutOff.length > 0)
      console.log(`有 ${contents.cutOff.length} 处场所的轮廓超出文件范围，没有导入。`)
    return
  }
  if (contents.from === 'hsds') {
    for (const { service, name, why, terms = [] } of contents.faults.slice(0, FAULTS_SHOWN))
      console.log(
        `第 ${service} 项${name && ` ${name}`}：${hsdsFaults[why]}${terms.length > 0 ? `（文件里写的是${terms.join('、')}）` : ''}`,
      )
    if (contents.faults.length > FAULTS_SHOWN)
      console.log(`…… 另有 ${contents.faults.length - FAULTS_SHOWN} 项没有列出。`)
    return
  }
  const { faults, ignoredColumns } = contents
  for (const fault of faults.slice(0, FAULTS_SHOWN))
    console.log(`第 ${fault.line} 行${fault.column ? ` · ${fault.column}` : ''}：${fault.text}`)
  if (faults.length > FAULTS_SHOWN) console.log(`…… 另有 ${faults.length - FAULTS_SHOWN} 处问题没有列出。`)
  if (ignoredColumns.length > 0) console.log(`没有读的列：${ignoredColumns.join('、')}`)
}

/** Said of a file without a single place. */
export const nothingIn: Readonly<Record<ImportContents['from'], string>> = {
  osm: '文件里没有认得出的场所：看看截取的范围里有没有城镇，或者是不是空的。',
  csv: '表里没有能导入的行。',
  hsds: '文件里没有能导入的服务：每项要有经纬度，还要认得出类别。',
}

/** Did a row or a service of it not go in? */
export const leftOut = (contents: ImportContents): boolean =>
  contents.from === 'csv'
    ? contents.faults.some(fault => !fault.kept)
    : contents.from === 'hsds' && contents.faults.length > 0
