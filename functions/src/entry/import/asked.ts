/** What the command of the import is asked for. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlaceKind } from '@yike/shared/circle/schema'
import { CommunityCode, type RegionCode } from '@yike/shared/identity/schema'
import { kindNames, kindOfWord } from '../../circle/import/csv/cells'

const allKinds = Object.values(kindNames).join('、')

export interface Asked {
  readonly file: string
  readonly community: RegionCode | undefined
  readonly coordinates: 'gcj02' | 'wgs84' | undefined
  /** Under which name a map's streets are kept. */
  readonly network: string | undefined
  /** Also where the streets of that name are another city's. */
  readonly replace: boolean
  /** What the services of a foreign directory are that do not say it in words known here. */
  readonly kind: PlaceKind | undefined
}

const usage = `用法：npm run import -- 文件 [--community=社区12位代码] [--coordinates=gcj02|wgs84] [--network=路网名] [--replace] [--kind=类别]
文件可以是 .osm、.osm.gz、.osm.pbf、场所 CSV 表格（UTF-8 或 GB18030），或 HSDS 3.0 的 JSON。
--kind 只用于 HSDS：给认不出类别的服务定一个类别（${allKinds}）。`

/** What was asked for, or a sentence that says what is wrong with it. */
export const readArguments = (args: string[]): Asked | string => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        community: { type: 'string' },
        coordinates: { type: 'string' },
        network: { type: 'string' },
        replace: { type: 'boolean', default: false },
        kind: { type: 'string' },
      },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) return usage
    const { coordinates, network, replace } = values
    if (coordinates !== undefined && coordinates !== 'gcj02' && coordinates !== 'wgs84')
      return `坐标系只有 gcj02 和 wgs84，没有 ${coordinates}。`
    const community = values.community === undefined ? undefined : CommunityCode.safeParse(values.community)
    if (community && !community.success) return '社区代码是 12 位数字，例如 320499001001。'
    if (network !== undefined && !/^[\w.-]{1,60}$/.test(network))
      return `路网的名字用字母、数字、点和横线，不能是 ${network}。`
    const kind = values.kind === undefined ? undefined : kindOfWord(values.kind)
    if (values.kind !== undefined && !kind) return `没有“${values.kind}”这个类别，有：${allKinds}。`
    return { file, community: community?.data, coordinates, network, replace, kind }
  } catch (failure) {
    return `${failure instanceof Error ? failure.message : failure}\n${usage}`
  }
}

/** A map's streets are kept under its file's name. */
export const networkNameOf = (file: string): string => basename(file).replace(/(\.osm)?(\.gz|\.pbf)?$/, '')
