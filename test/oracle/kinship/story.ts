import type { Range } from '../../../policy/index.ts'
import { textOfDay } from '../calendar.ts'
import type { Disagreement } from './compare.ts'
import type { Family, Tie } from './family.ts'

const exact = ({ lo }: Range): Range => ({ lo, hi: lo })

/** Every family that is this one less one person, one tie, one day or one doubt. */
function* simpler({ people, ties }: Family): Generator<Family> {
  for (let gone = people.length - 1; gone >= 0; gone -= 1) {
    const now = (at: number) => (at > gone ? at - 1 : at)
    const left = ties.filter(({ a, b }) => a !== gone && b !== gone)
    yield {
      people: people.filter((_, at) => at !== gone),
      ties: left.map((tie) => ({ ...tie, a: now(tie.a), b: now(tie.b), declaredBy: now(tie.declaredBy) })),
    }
  }
  for (const gone of ties) yield { people, ties: ties.filter((tie) => tie !== gone) }
  const instead = (tie: Tie, other: Partial<Tie>): Family => ({
    people,
    ties: ties.map((one) => (one === tie ? { ...tie, ...other } : one)),
  })
  for (const tie of ties) {
    if (!tie.verified) yield instead(tie, { verified: true })
    if (tie.to !== null) yield instead(tie, { to: null, endedBy: null })
    if (tie.from !== null && tie.kind !== 'adoptive') yield instead(tie, { from: null })
    if (tie.from !== null && tie.from.lo < tie.from.hi) yield instead(tie, { from: exact(tie.from) })
    if (tie.to !== null && tie.to.lo < tie.to.hi) yield instead(tie, { to: exact(tie.to) })
  }
  for (const [at, one] of people.entries()) {
    const other = (it: typeof one): Family => ({ people: people.map((p, i) => (i === at ? it : p)), ties })
    if (one.died !== null) yield other({ ...one, died: null })
    if (one.died !== null && one.died.lo < one.died.hi) yield other({ ...one, died: exact(one.died) })
    if (one.birth !== null && one.birth.lo < one.birth.hi) yield other({ ...one, birth: exact(one.birth) })
    if (one.birth !== null) yield other({ ...one, birth: null })
  }
}

/** The simplest family found on which it still fails. */
export const shrunk = (family: Family, fails: (family: Family) => boolean): Family => {
  for (const other of simpler(family)) if (fails(other)) return shrunk(other, fails)
  return family
}

const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬']
const named = (at: number): string => names[at] ?? `${at}`

const day = (range: Range): string => {
  if (range.lo === range.hi) return textOfDay(range.lo)
  return Number.isFinite(range.lo) ? `${textOfDay(range.lo)}..${textOfDay(range.hi)}` : '?'
}

const tell = (tie: Tie): string => {
  const what = {
    spouse: 'is married to',
    special_interest: 'has an interest in',
    parent: `is a ${tie.kind ?? 'birth'} parent of`,
  }
  const from = tie.from === null ? '' : ` from ${day(tie.from)}`
  const to = tie.to === null ? '' : ` until ${day(tie.to)} (${tie.endedBy})`
  return `${tie.id}: ${named(tie.a)} ${what[tie.what]} ${named(tie.b)}${from}${to}${tie.verified ? '' : ', unverified'}`
}

/** The family in sentences, and where the two answers part. */
export const tellStory = ({ people, ties }: Family, { person, relative, says }: Disagreement): string =>
  [
    ...people.map(({ birth, died }, at) => {
      const born = birth === null ? 'born on an unknown day' : `born ${day(birth)}`
      return `${named(at)}, ${born}${died === null ? '' : `, died ${day(died)}`}`
    }),
    ...ties.map(tell),
    `${named(relative)} to ${named(person)}, ${says}`,
  ].join('\n')
