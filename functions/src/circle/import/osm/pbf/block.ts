/** The contents of OSM pbf: HeaderBlock and PrimitiveBlock (osmformat.proto). */
import type { PbfReader } from 'pbf'
import { Unreadable } from '../../types'
import { isOnGlobe, type Member, type MemberType, noTags, type OsmSink, type Tags } from '../elements'
import { bytesOf, readMessage } from './message'

/** What a file may demand of its reader that this one can do; history files, for one, it cannot. */
const knownFeatures: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']
const memberTypes: readonly MemberType[] = ['node', 'way', 'relation']
const NANODEGREES_PER_E7 = 100

export const readHeaderBlock = (bytes: Uint8Array): void =>
  readMessage(bytes, (field, reader) => {
    const feature = field === 4 ? reader.readString() : undefined
    if (feature !== undefined && !knownFeatures.includes(feature))
      throw new Unreadable('import.file_unknown', feature)
  })

/** One block: its string table and scale may stand behind the groups, so the groups wait. */
export const readPrimitiveBlock = (bytes: Uint8Array, sink: OsmSink): void => {
  const strings: string[] = []
  const groups: Uint8Array[] = []
  const scale = { granularity: 100, lat: 0, lng: 0 }
  readMessage(bytes, (field, reader) => {
    if (field === 1) readStrings(bytesOf(reader), strings)
    if (field === 2) groups.push(bytesOf(reader))
    if (field === 17) scale.granularity = reader.readVarint()
    if (field === 19) scale.lat = reader.readVarint(true)
    if (field === 20) scale.lng = reader.readVarint(true)
  })
  const block = new Block(strings, scale, sink)
  for (const group of groups)
    readMessage(group, (field, reader) => {
      if (field === 1) block.node(bytesOf(reader))
      if (field === 2) block.denseNodes(bytesOf(reader))
      if (field === 3) block.way(bytesOf(reader))
      if (field === 4) block.relation(bytesOf(reader))
    })
}

const readStrings = (bytes: Uint8Array, strings: string[]): void =>
  readMessage(bytes, (field, reader) => {
    if (field === 1) strings.push(Buffer.from(bytesOf(reader)).toString('utf8'))
  })

class Block {
  constructor(
    private readonly strings: readonly string[],
    private readonly scale: { readonly granularity: number; readonly lat: number; readonly lng: number },
    private readonly sink: OsmSink,
  ) {}

  node(bytes: Uint8Array): void {
    let id: number | undefined
    let lat: number | undefined
    let lng: number | undefined
    const tags = this.tagFields()
    readMessage(bytes, (field, reader) => {
      if (field === 1) id = reader.readSVarint()
      if (field === 8) lat = reader.readSVarint()
      if (field === 9) lng = reader.readSVarint()
      tags.field(field, reader)
    })
    this.emitNode(id, lng, lat, tags.read())
  }

  denseNodes(bytes: Uint8Array): void {
    const ids: number[] = []
    const lats: number[] = []
    const lngs: number[] = []
    const keysAndValues: number[] = []
    readMessage(bytes, (field, reader) => {
      if (field === 1) reader.readPackedSVarint(ids)
      if (field === 8) reader.readPackedSVarint(lats)
      if (field === 9) reader.readPackedSVarint(lngs)
      if (field === 10) reader.readPackedVarint(keysAndValues)
    })
    let [id, lat, lng, at] = [0, 0, 0, 0]
    for (const [index, step] of ids.entries()) {
      id += step
      lat += lats[index] ?? Number.NaN
      lng += lngs[index] ?? Number.NaN
      const from = at
      // A 0 ends each node's pairs; a group in which no node has tags leaves the list out.
      while (keysAndValues[at]) at += 2
      const pairs = keysAndValues.slice(from, at)
      at += 1
      this.emitNode(id, lng, lat, pairs.length > 0 ? this.tags(pairs) : noTags)
    }
  }

  way(bytes: Uint8Array): void {
    let id: number | undefined
    const steps: number[] = []
    const tags = this.tagFields()
    readMessage(bytes, (field, reader) => {
      if (field === 1) id = reader.readVarint(true)
      if (field === 8) reader.readPackedSVarint(steps)
      tags.field(field, reader)
    })
    this.sink.way(known(id), summedUp(steps), tags.read())
  }

  relation(bytes: Uint8Array): void {
    let id: number | undefined
    const roles: number[] = []
    const steps: number[] = []
    const types: number[] = []
    const tags = this.tagFields()
    readMessage(bytes, (field, reader) => {
      if (field === 1) id = reader.readVarint(true)
      if (field === 8) reader.readPackedVarint(roles)
      if (field === 9) reader.readPackedSVarint(steps)
      if (field === 10) reader.readPackedVarint(types)
      tags.field(field, reader)
    })
    const members = summedUp(steps).map(
      (ref, index): Member => ({
        ref,
        type: known(memberTypes[known(types[index])]),
        role: this.text(roles[index]),
      }),
    )
    this.sink.relation(known(id), members, tags.read())
  }

  private emitNode(
    id: number | undefined,
    lng: number | undefined,
    lat: number | undefined,
    tags: Tags,
  ): void {
    const lng7 = this.e7(known(lng), this.scale.lng)
    const lat7 = this.e7(known(lat), this.scale.lat)
    if (!isOnGlobe(lng7, lat7)) throw new RangeError('position off the globe')
    this.sink.node(known(id), lng7, lat7, tags)
  }

  private e7(units: number, offset: number): number {
    return Math.round((offset + this.scale.granularity * units) / NANODEGREES_PER_E7)
  }

  /** Keys and values of nodes, ways and relations stand in the same two fields. */
  private tagFields() {
    const keys: number[] = []
    const values: number[] = []
    return {
      field: (field: number, reader: PbfReader): void => {
        if (field === 2) reader.readPackedVarint(keys)
        if (field === 3) reader.readPackedVarint(values)
      },
      read: (): Tags =>
        keys.length > 0 ? this.tags(keys.flatMap((key, i) => [key, known(values[i])])) : noTags,
    }
  }

  private tags(pairs: readonly number[]): Tags {
    const tags = new Map<string, string>()
    for (let i = 0; i < pairs.length; i += 2) tags.set(this.text(pairs[i]), this.text(pairs[i + 1]))
    return tags
  }

  private text(index: number | undefined): string {
    return known(this.strings[known(index)])
  }
}

const known = <T>(value: T | undefined): T => {
  if (value === undefined || Number.isNaN(value))
    throw new RangeError('a field that must be there is missing')
  return value
}

const summedUp = (steps: readonly number[]): number[] => {
  let sum = 0
  return steps.map(step => {
    sum += step
    return sum
  })
}
