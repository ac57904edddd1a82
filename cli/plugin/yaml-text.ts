import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { DocumentPath } from '../../policy/index.ts'

/** Where something stands in a text: both from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Complaint extends Position {
  readonly zh: string
  readonly en: string
}

/** A YAML (or JSON) text read, with the way back from a place of its value to a line. */
export interface YamlText {
  readonly value: unknown
  readonly positionOf: (path: DocumentPath) => Position | null
}

/** Names shared by `&` and `*` may be used so often; more would unfold a small file into a giant one. */
const mostAliases = 100

/**
 * Reads YAML 1.2 as plain data: no types but those of JSON, no tags, one document, each key once. Whatever else the text asks for
 * is a complaint with its line.
 */
export const readYaml = (text: string): YamlText | { readonly complaints: readonly Complaint[] } => {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
  })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  // What the parser only warns of (a tag it does not know) would change what the document says.
  const complaints = [
    ...[...document.errors, ...document.warnings].map((error) => ({ ...at(error.pos[0]), ...sentenceFor(error) })),
    ...lostAliases(document).map((offset) => ({ ...at(offset), ...lostAlias })),
  ]
  if (complaints.length > 0) return { complaints }
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases })
    return { value, positionOf: (path) => positionIn(document, path, at) }
  } catch {
    return { complaints: [{ line: 1, column: 1, ...tooManyAliases }] }
  }
}

/** Where the text speaks of an anchor that is not before it, or that it stands in itself. */
const lostAliases = (document: Document.Parsed): readonly number[] => {
  const lost: number[] = []
  visit(document, {
    Alias: (_, alias, above) => {
      const target = alias.resolve(document)
      if (target === undefined || above.some((node) => node === target)) lost.push(alias.range?.[0] ?? 0)
    },
  })
  return lost
}

const lostAlias = {
  zh: '别名（*）所指的锚（&）不在它之前。',
  en: 'The anchor (&) this alias (*) names is not before it.',
}

const tooManyAliases = {
  zh: `别名（*）展开超过 ${mostAliases} 次；请直接写出内容，或用 definitions 与 ref。`,
  en: `Aliases (*) unfold more than ${mostAliases} times; write the content out, or use definitions and ref.`,
}

const sentences: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  DUPLICATE_KEY: ['同一个键写了两次；只留一个。', 'The same key stands here twice; keep one.'],
  TAG_RESOLVE_FAILED: [
    '不能使用 ! 标记；只写文字、数、列表和对象。',
    'Tags (!) are not taken; write texts, numbers, lists and objects.',
  ],
  MULTIPLE_DOCS: ['一个文件只放一份文档；去掉 ---。', 'One document in a file; take out the `---`.'],
  TAB_AS_INDENT: ['缩进只能用空格，不能用制表符。', 'Indent with blanks, not with tabs.'],
  BAD_INDENT: [
    '缩进不齐；同一层的键从同一列开始。',
    'The indentation does not fit; keys of one level begin in one column.',
  ],
  MISSING_CHAR: ['缺少引号、冒号或括号。', 'A quote, colon or bracket is missing.'],
}

const sentenceFor = ({ code, message }: YAMLError) => {
  const [zh, en] = sentences[code] ?? [`不是 YAML：${message}`, `This is no YAML: ${message}`]
  return { zh, en }
}

/** The key of the deepest member of the path that the text holds. */
const positionIn = (
  document: Document.Parsed,
  path: DocumentPath,
  at: (offset: number) => Position,
): Position | null => {
  let node: unknown = document.contents
  let found: number | null = null
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    const next = memberOf(node, step)
    if (next === null) break
    found = next.offset ?? found
    node = next.value
  }
  return found === null ? null : at(found)
}

const memberOf = (node: unknown, step: string): { readonly offset: number | null; readonly value: unknown } | null => {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return item === undefined ? null : { offset: offsetOf(item), value: item }
  }
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
  return pair === undefined ? null : { offset: offsetOf(pair.key), value: pair.value }
}

const offsetOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null)
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value
