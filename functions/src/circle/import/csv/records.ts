import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Unreadable } from '../types'

export interface CsvRecord {
  /** Line of the file on which the row begins, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** What csv-parse yields; `lines` is the line on which the row ends. */
interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** A quote that is never closed would swallow the rest of the file. */
const MAX_RECORD_CHARACTERS = 64 * 1024
/** Where a quote is never closed the parser meets the end of the file, or a row larger than any. */
const unclosed: ReadonlySet<string> = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'])
const delimiters = [',', ';', '\t'] as const

/** The rows of a table, the header first; rows without any content are left out. */
export async function* recordsOf(text: AsyncGenerator<string>): AsyncGenerator<CsvRecord> {
  const { firstLine, whole } = await peekLine(withPlainEnds(text))
  let lastLine = 0
  const parser = parse({
    delimiter: delimiterOf(firstLine),
    record_delimiter: '\n',
    relax_column_count: true,
    // A quote in the middle of a cell is a character like any other.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    info: true,
    // The parser runs ahead of us; an error it meets there must name the line there.
    on_record: (cells, { lines }) => {
      lastLine = lines
      return cells
    },
  })
  pipeline(Readable.from(whole), parser, () => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>)
      yield { cells: record, line: info.lines - linesWithin(record) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const code = unclosed.has(error.code) ? 'import.quote_open' : 'import.file_broken'
    throw new Unreadable(code, `line ${lastLine + 1}`, { cause: error })
  }
}

const linesWithin = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)

/** Ends every line with \n alone: the parser counts \r\n within quotes as two lines. */
async function* withPlainEnds(text: AsyncGenerator<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of text) {
    const whole = held + piece
    // The \n of a \r may come with the next piece.
    held = whole.endsWith('\r') ? '\r' : ''
    yield whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n')
  }
  yield held.replace('\r', '\n')
}

const peekLine = async (text: AsyncGenerator<string>) => {
  let head = ''
  while (!head.trimStart().includes('\n') && head.length < MAX_RECORD_CHARACTERS) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  const whole = async function* () {
    yield head
    yield* text
  }
  return { firstLine: head.trimStart().split('\n', 1)[0] ?? '', whole: whole() }
}

/** The sign that stands most often in the header, outside of quotes. */
const delimiterOf = (header: string): string => {
  const plain = header.replace(/"[^"]*"/g, '')
  const count = (sign: string) => plain.split(sign).length
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',' as string)
}
