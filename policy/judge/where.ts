import { type Answer, answer } from '../facts/held.ts'
import type { DivisionCode, Piece } from '../facts/person.ts'
import { type Capacity, divisionOrder, type Level, levelOrder } from '../facts/vocabulary.ts'
import type { Where } from '../law/condition.ts'
import { asPiece, sameKey } from './atoms/move.ts'
import type { Resolved } from './resolve.ts'
import type { Subject } from './subject.ts'

/** Service that counts unless a rule says otherwise (S3). */
export const ordinaryService: readonly Capacity[] = ['formal', 'probation', 'concurrent']

/** A piece filter, asked about a piece of a subject. */
export type WhereTest = (piece: Piece, subject: Subject) => Answer

/** Compiles a `where`: every stated member must hold; blank level, leading or category leaves it open. */
export const compileWhere = (where: Resolved<Where> | undefined): WhereTest => {
  const tests = membersOf(where ?? {})
  return (piece, subject) => {
    const { doubtful } = subject.stay
    let result: Answer = doubtful.size > 0 && doubtful.has(piece) ? 'unknown' : 'yes'
    for (const test of tests) {
      const is = test(piece, subject)
      if (is === 'no') return 'no'
      if (is === 'unknown') result = 'unknown'
    }
    return result
  }
}

const membersOf = (where: Resolved<Where>): readonly WhereTest[] => {
  const tests: WhereTest[] = []
  const {
    capacity = ordinaryService,
    level,
    leading,
    seat,
    duties,
    business,
    category,
    unitKind,
    functions,
    teamKind,
  } = where
  tests.push((p) => answer(capacity.includes(p.capacity)))
  const asked = level === undefined ? levelOrder : levelsOf(level)
  if (asked.length < levelOrder.length) tests.push((p) => oneOf(asked, p.level))
  if (leading !== undefined) tests.push((p) => (p.leading === null ? 'unknown' : answer(p.leading === leading)))
  if (seat !== undefined) tests.push((p) => anyOf(seat, p.seats))
  if (duties !== undefined) tests.push((p, { stay }) => anyOf<string>(duties, wordsOf(p.duties, stay.duty)))
  if (business !== undefined) tests.push((p, { stay }) => anyOf(business, wordsOf(p.business, stay.business)))
  if (category !== undefined) tests.push((p, { person }) => oneOf(category, p.category ?? person.category))
  if (unitKind !== undefined) tests.push((p) => oneOf(unitKind, p.unitKind))
  if (functions !== undefined) tests.push((p) => anyOf(functions, p.functions))
  if (teamKind !== undefined) tests.push((p) => answer(p.teamKind !== null && teamKind.includes(p.teamKind)))
  if (where.place !== undefined) tests.push(placeTest(where.place))
  if (where.same !== undefined) tests.push(sameTest(where.same))
  return tests
}

/** The piece lies in the same key as the post taken or left by the move that is asked about. */
const sameTest =
  ({ dim, as }: NonNullable<Resolved<Where>['same']>): WhereTest =>
  (piece, { move, setting }) => {
    const other = move === undefined ? null : as === 'takes' ? asPiece(move) : move.leaves
    return other === null ? 'no' : sameKey(piece, other, dim, setting)
  }

/** The levels a filter asks for, lowest first. */
export const levelsOf = (level: NonNullable<Resolved<Where>['level']>): readonly Level[] => {
  if ('includes' in level) return level
  const from = level.from === undefined ? 0 : levelOrder.indexOf(level.from)
  const to = level.to === undefined ? levelOrder.length - 1 : levelOrder.indexOf(level.to)
  return levelOrder.slice(from, to + 1)
}

/** Along duty or business only the stay's own word counts. */
const wordsOf = (words: readonly string[], only: string | undefined) => (only === undefined ? words : [only])

const oneOf = <T>(words: readonly T[], value: T | null): Answer =>
  value === null ? 'unknown' : answer(words.includes(value))

const anyOf = <T>(words: readonly T[], values: readonly T[]): Answer => answer(values.some((v) => words.includes(v)))

const placeTest = (place: NonNullable<Where['place']>): WhereTest => {
  if (place === 'own') return (p, { own }) => answer(p.place === own)
  if (place === 'ownOrBelow') return (p, { own, setting }) => answer(isWithin(p.place, own, setting))
  return (p, { setting }) => {
    const level = setting.divisions.level(p.place)
    return answer(level !== null && divisionOrder.includes(level) && place.includes(level))
  }
}

/** Whether a place is the jurisdiction or lies inside it. */
export const isWithin = (place: DivisionCode, jurisdiction: DivisionCode, setting: Subject['setting']): boolean =>
  setting.divisions.chain(place).includes(jurisdiction)
