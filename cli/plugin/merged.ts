import type { DocumentPath } from '../../policy/index.ts'
import type { Place } from './place.ts'
import type { Complaint, YamlText } from './yaml-text.ts'

/** One file of a folder. */
export interface Part {
  readonly file: string
  readonly text: YamlText
}

interface Merged {
  readonly value: Readonly<Record<string, unknown>>
  readonly placeOf: (path: DocumentPath) => Place | null
}

/** Parts of the document that several files may add to: lists one after the other, names side by side. */
const lists = ['instruments', 'rules', 'clauses', 'cases']
const names = ['parameters', 'definitions', 'delegated']

interface Written {
  readonly part: Part
  readonly key: string
  readonly value: unknown
  /** Of a list: its first place in the whole. */
  readonly offset: number
}

/** The files of a folder as one document. Nothing may be said twice. */
export const merged = (
  parts: readonly Part[],
): Merged | { readonly twice: readonly { readonly file: string; readonly complaint: Complaint }[] } => {
  const written: Written[] = []
  const twice: { file: string; complaint: Complaint }[] = []
  const whole = new Map<string, unknown>()
  for (const part of parts)
    for (const [key, value] of membersOf(part.text.value)) {
      const before = whole.get(key)
      const list = lists.includes(key) && Array.isArray(value) && (before === undefined || Array.isArray(before))
      written.push({ part, key, value, offset: list && Array.isArray(before) ? before.length : 0 })
      if (before === undefined) whole.set(key, value)
      else if (list && Array.isArray(before)) whole.set(key, [...before, ...value])
      else if (names.includes(key) && isObject(before) && isObject(value)) {
        for (const name of Object.keys(value)) if (Object.hasOwn(before, name)) twice.push(again(part, [key, name]))
        whole.set(key, { ...before, ...value })
      } else twice.push(again(part, [key]))
    }
  return twice.length > 0 ? { twice } : { value: Object.fromEntries(whole), placeOf: (path) => placeIn(written, path) }
}

const placeIn = (written: readonly Written[], path: DocumentPath): Place | null => {
  const [key, second, ...rest] = path
  const ofKey = written.filter((each) => each.key === key)
  const within = ofKey.find(({ value, offset }) => {
    if (second === undefined) return false
    if (Array.isArray(value)) return offset <= Number(second) && Number(second) < offset + value.length
    return isObject(value) && Object.hasOwn(value, second)
  })
  const chosen = within ?? ofKey[0]
  if (chosen === undefined || key === undefined) return null
  const { part, value, offset } = chosen
  const step =
    within === undefined || second === undefined
      ? []
      : [Array.isArray(value) ? String(Number(second) - offset) : second]
  const position = part.text.positionOf([key, ...step, ...rest])
  return position === null ? null : { file: part.file, ...position }
}

/** An empty file says nothing; anything else that is no object is read as a key nobody knows. */
const membersOf = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (value === null || value === undefined) return []
  return isObject(value) ? Object.entries(value) : [['', value]]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const again = ({ file, text }: Part, path: DocumentPath): { file: string; complaint: Complaint } => ({
  file,
  complaint: {
    ...(text.positionOf(path) ?? { line: 1, column: 1 }),
    zh: `\`${path.join('.')}\` 在另一个文件中已经写过；只留一处。`,
    en: `\`${path.join('.')}\` is already said in another file; keep one.`,
  },
})
