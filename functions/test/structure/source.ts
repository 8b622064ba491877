/** A source file as the rules see it: what it imports, and every name, text and tag in it. Comments do not count. */
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** A path of the repository for what is ours, a package for what is not. */
  readonly target: string
  readonly typeOnly: boolean
}

export interface Source {
  /** From the root of the repository. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** Identifiers and string literals. */
  readonly words: readonly string[]
  /** Member chains as they are written: 'process.env.X', 'Date.now', 'fetch'. */
  readonly uses: readonly string[]
  /** JSX tags: 'van-button'. */
  readonly tags: readonly string[]
}

const SCRIPT = /\.(ts|tsx|mjs|cjs)$/

export const readSource = (path: string, text: string): Source => {
  const lines = text.trimEnd().split('\n').length
  const nothing = { path, lines, imports: [], words: [], uses: [] }
  // A style sheet imports nothing; the only tags it can name are those of its selectors.
  if (!SCRIPT.test(path)) return { ...nothing, tags: [...text.matchAll(/\bvan-[\w-]+/g)].map(([tag]) => tag) }
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found = {
    words: new Set<string>(),
    uses: new Set<string>(),
    tags: new Set<string>(),
    types: new Set<string>(),
  }
  walk(program, found)
  const requests = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      request: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ request: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      request: text.slice(start + 1, end - 1),
      typeOnly: false,
    })),
    ...[...found.types].map(request => ({ request, typeOnly: true })),
  ]
  return {
    path,
    lines,
    imports: requests.map(({ request, typeOnly }) => ({ target: targetOf(path, request), typeOnly })),
    words: [...found.words],
    uses: [...found.uses],
    tags: [...found.tags],
  }
}

const targetOf = (from: string, request: string): string => {
  if (request.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), request))
  const own = /^@yike\/(\w+)(?:\/(.+))?$/.exec(request)
  return own ? `${own[1]}/src/${own[2] ?? ''}` : request
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

type Found = Readonly<Record<'words' | 'uses' | 'tags' | 'types', Set<string>>>

const walk = (value: unknown, found: Found): void => {
  if (Array.isArray(value)) for (const one of value) walk(one, found)
  if (!isNode(value)) return
  note(value, found)
  for (const part of Object.values(value)) if (typeof part === 'object') walk(part, found)
}

const note = (node: Node, { words, uses, tags, types }: Found): void => {
  switch (node.type) {
    case 'Identifier':
      words.add(String(node.name))
      break
    case 'Literal':
      if (typeof node.value === 'string') words.add(node.value)
      break
    case 'JSXText':
      words.add(String(node.value))
      break
    case 'TemplateElement':
      words.add(String((node.value as { raw?: string }).raw))
      break
    case 'MemberExpression':
      uses.add(chainOf(node))
      break
    case 'CallExpression':
    case 'NewExpression':
      uses.add(`${chainOf(node.callee)}(${(node.arguments as unknown[]).length === 0 ? '' : '…'})`)
      break
    case 'JSXIdentifier':
      tags.add(String(node.name))
      break
    case 'TSImportType':
      types.add(String((node.source as { value?: string } | undefined)?.value ?? ''))
      break
  }
}

const chainOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  if (node.type !== 'MemberExpression') return ''
  const { name = '' } = node.property as { name?: string }
  return `${chainOf(node.object)}.${name}`
}
