import { type CareerLine, casePerson, type PersonFacts } from '../policy/index.ts'

/** The jurisdiction whose people are judged in memory: Luohe. */
export const home = '411100'

const levels = ['clerk', 'section_deputy', 'section_chief', 'division_deputy'] as const

/**
 * Four posts each, of two to eight years; the last one still held. Every tenth person's days are known by the month
 * only, and the judged day falls inside many of their ten years, so that no engine may guess.
 */
const careerOf = (n: number): readonly CareerLine[] => {
  const month = `0${1 + (n % 9)}`
  const text = (year: number) => (n % 10 === 0 ? `${year}-${month}` : `${year}-${month}-${10 + (n % 19)}`)
  const starts = [0, 1, 2, 3].map((i) => 1998 + i * 6 + ((n * (i + 3)) % 7))
  return starts.map((year, i): CareerLine => {
    const to = starts[i + 1]
    const line = { post: `post ${n} ${i}`, from: text(year), level: levels[(i + n) % 4] ?? 'clerk', leading: true }
    return { ...line, unitKind: 'internal_unit', ...(to === undefined ? {} : { to: text(to) }) }
  })
}

/** People `from` up to `to`, as the engine would be given them. */
export const peopleBetween = (from: number, to: number): readonly PersonFacts[] =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i
    const birth = `${1964 + (n % 34)}-0${1 + (n % 9)}-15`
    return casePerson({ name: `person ${n}`, person: { birth }, career: careerOf(n) }, home)
  })
