import { SaxesParser } from 'saxes'
import { type Bytes, utf16In } from '../bytes'
import { Unreadable } from '../types'
import { DEGREES_TO_E7, isOnGlobe, type Member, type MemberType, noTags, type OsmSink } from './elements'

type Attributes = Readonly<Record<string, string>>

/** The element that is being read; its tags, vertices and members come as children. */
interface Current {
  readonly type: MemberType
  readonly attributes: Attributes
  readonly refs: number[]
  readonly members: Member[]
  tags?: Map<string, string>
}

const memberTypes: readonly string[] = ['node', 'way', 'relation'] satisfies MemberType[]
const isMemberType = (name: string): name is MemberType => memberTypes.includes(name)

/** Reads OSM XML 0.6 as it streams in, in the encoding that it names (UTF-8 if none); broken unless `</osm>` is reached. */
export const readXml = async (chunks: Bytes, sink: OsmSink): Promise<void> => {
  const parser = new SaxesParser()
  const broken = (cause?: unknown) =>
    new Unreadable('import.file_broken', `line ${parser.line}:${parser.column}`, { cause })
  const reader = elementReader(sink, broken)
  parser.on('error', error => {
    throw broken(error)
  })
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes))
  parser.on('closetag', () => reader.close())
  parser.on('text', reader.text)
  for await (const text of decoded(chunks, () => `line ${parser.line}`)) parser.write(text)
  parser.close()
}

/** Text in the encoding that a file names, or in UTF-8; refused where it is in neither. */
async function* decoded(chunks: Bytes, where: () => string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let name = ''
  for await (const chunk of chunks) {
    name ||= encodingOf(chunk)
    const text = unlessRefused(
      () => {
        decoder ??= new TextDecoder(name, { fatal: true })
        return decoder.decode(chunk, { stream: true })
      },
      () => new Unreadable('import.file_encoding', `${where()}, ${name}`),
    )
    yield text
  }
  // What ends in the middle of a character was cut.
  yield unlessRefused(
    () => decoder?.decode() ?? '',
    () => new Unreadable('import.file_broken', where()),
  )
}

const unlessRefused = (decode: () => string, refusal: () => Unreadable): string => {
  try {
    return decode()
  } catch {
    throw refusal()
  }
}

/** What a file says of itself in its first line; editors in China have written GBK. */
const encodingOf = (head: Uint8Array): string => {
  const wide = utf16In(head)
  if (wide) return wide
  const first = Buffer.from(head.subarray(0, 200)).toString('latin1')
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding=["']([\w.:-]+)["']/.exec(first)?.[1] ?? 'utf-8'
}

const elementReader = (sink: OsmSink, broken: () => Unreadable) => {
  const path: string[] = []
  let current: Current | undefined

  const whole = (text: string | undefined): number => {
    const number = Number(text)
    if (!text || !Number.isSafeInteger(number)) throw broken()
    return number
  }
  const degrees = (text: string | undefined): number => {
    const number = Math.round(Number(text) * DEGREES_TO_E7)
    if (!text || !Number.isFinite(number)) throw broken()
    return number
  }

  const addChild = (parent: Current, name: string, attributes: Attributes): void => {
    if (name === 'nd') parent.refs.push(whole(attributes.ref))
    if (name === 'tag') {
      if (attributes.k === undefined || attributes.v === undefined) throw broken()
      parent.tags ??= new Map()
      parent.tags.set(attributes.k, attributes.v)
    }
    if (name === 'member') {
      const { type = '', ref, role = '' } = attributes
      if (!isMemberType(type)) throw broken()
      parent.members.push({ type, ref: whole(ref), role })
    }
  }

  const emit = ({ type, attributes, refs, members, tags = noTags as Map<string, string> }: Current): void => {
    const id = whole(attributes.id)
    // Editors save what was deleted too, without a position.
    if (attributes.visible === 'false' || attributes.action === 'delete') return
    if (type === 'way') sink.way(id, refs, tags)
    if (type === 'relation') sink.relation(id, members, tags)
    if (type !== 'node') return
    const lng7 = degrees(attributes.lon)
    const lat7 = degrees(attributes.lat)
    if (!isOnGlobe(lng7, lat7)) throw broken()
    sink.node(id, lng7, lat7, tags)
  }

  return {
    open: (name: string, attributes: Attributes): void => {
      path.push(name)
      if (path.length === 1 && name !== 'osm') throw new Unreadable('import.file_unknown', `<${name}>`)
      if (path.length === 2 && isMemberType(name)) current = { type: name, attributes, refs: [], members: [] }
      if (path.length === 3 && current) addChild(current, name, attributes)
    },
    close: (): void => {
      path.pop()
      if (path.length !== 1 || !current) return
      emit(current)
      current = undefined
    },
    /** Overpass ends a query that ran out of time with a well-formed file and this remark. */
    text: (text: string): void => {
      if (path.at(-1) === 'remark' && text.includes('error')) throw broken()
    },
  }
}
