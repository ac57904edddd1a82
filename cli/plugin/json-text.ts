import type { DocumentPath } from '../../policy/index.ts'
import { type Complaint, type Position, readYaml, type YamlText } from './yaml-text.ts'

/** Reads JSON, each key once. Where a place stands in the text is worked out only when somebody asks. */
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
  return { value, positionOf: (path) => positionIn(text, path) }
}

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|[[\]{},]|[^\s[\]{},":]+/g

/** Where the deepest member of the path begins that a sound JSON text holds: at its key, or in a list at itself. */
const positionIn = (text: string, path: DocumentPath): Position | null => {
  const open: { readonly list: boolean; step: string; fresh: boolean }[] = []
  let [found, reached] = [-1, 0]
  for (const { 0: token, 1: string, 2: colon, index } of text.matchAll(tokens)) {
    const inside = open.at(-1)
    const begins = inside?.list === true ? inside.fresh && token !== ']' : colon !== undefined
    if (inside !== undefined && begins) {
      inside.step = inside.list ? String(Number(inside.step) + 1) : String(JSON.parse(string ?? '""'))
      inside.fresh = false
      if (open.length > reached && open.every(({ step }, depth) => step === path[depth])) {
        found = index
        reached = open.length
      }
    }
    if (token === '{' || token === '[') open.push({ list: token === '[', step: '-1', fresh: true })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && inside !== undefined) inside.fresh = true
    if (reached === path.length) break
  }
  return found < 0 ? null : positionAt(text, found)
}

const positionAt = (text: string, offset: number): Position => {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
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
  return {
    ...positionAt(text, offset),
    zh: '不是 JSON：从这里起读不下去。',
    en: 'This is no JSON: it cannot be read on from here.',
  }
}
