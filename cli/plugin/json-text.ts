import { type Complaint, readYaml, type YamlText } from './yaml-text.ts'

/**
 * Reads JSON, each key once. Where a place stands in the text is worked out only when somebody asks: JSON is YAML, and reading
 * that way keeps the lines but takes long.
 */
export const readJson = (text: string): YamlText | { readonly complaints: readonly Complaint[] } => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { complaints: [notJson(text, String(error))] }
  }
  if (keysWritten(text) !== keysOf(value)) {
    const read = readYaml(text)
    if ('complaints' in read) return read
  }
  let lines: ReturnType<typeof readYaml> | null = null
  return {
    value,
    positionOf: (path) => {
      lines ??= readYaml(text)
      return 'complaints' in lines ? null : lines.positionOf(path)
    },
  }
}

/** Keys as the text spells them; a key that stands twice is lost in the value. */
const keysWritten = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length

const keysOf = (whole: unknown): number => {
  const open: unknown[] = [whole]
  let keys = 0
  // Without recursion: a hostile file may nest deeper than the stack.
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const members: unknown[] = Object.values(value)
    keys += Array.isArray(value) ? 0 : members.length
    for (const member of members) open.push(member)
  }
  return keys
}

const notJson = (text: string, error: string): Complaint => {
  const offset = Number(/position (\d+)/.exec(error)?.[1] ?? text.length)
  const before = text.slice(0, offset).split('\n')
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    zh: '不是 JSON：从这里起读不下去。',
    en: 'This is no JSON: it cannot be read on from here.',
  }
}
