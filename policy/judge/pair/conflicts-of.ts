import { parse as uuidBytes, v5 as uuidv5 } from 'uuid'
import { runs } from '../../time/days.ts'
import { versionFor } from '../rule-book.ts'
import { spansOf } from '../spans.ts'
import type { Subject } from '../subject.ts'
import type { PairAssessment } from './assess-pair.ts'
import { bearingOf } from './bearing.ts'
import type { Conflict, Side } from './conflict.ts'

/** UUID namespace of conflict ids. */
const namespace = uuidBytes('0b7c9a52-5d0e-5b0c-8f6e-2f4c1a7d9e34')
const utf8 = new TextEncoder()

/** The conflicts of an assessment: one for each maximal interval of days on which the rule possibly bars the two (S22). */
export const conflictsOf = (assessment: PairAssessment): readonly Conflict[] => {
  const { line, orders, due } = assessment
  const people = orders.map(({ first }) => [first.person.id, ...first.stay.origin].join()).toSorted()
  const name = [line.jurisdiction, line.id, ...people].join()
  return [...runs(due.possibly)].flatMap(([from, to], occurrence): Conflict[] => {
    const bearing = bearingOf(assessment, from, to)
    if (bearing === null) return []
    const { rule, installation } = versionFor(line, from, to)
    const { subject, kin, asked } = bearing
    return [
      {
        id: uuidv5(utf8.encode(`${name},${occurrence}`), namespace),
        rule: line.id,
        catalogueId: rule.catalogueId,
        effect: rule.effect,
        jurisdiction: line.jurisdiction,
        digest: installation.digest,
        sides: [sideOf(subject.first, from, to), sideOf(subject.second, from, to)],
        kin,
        relation: asked.relation,
        from,
        to,
        spans: spansOf(from, to, due, [], () => null),
      },
    ]
  })
}

/** The post as it is called last, and the first assignment to it that meets the days of the conflict. */
const sideOf = ({ person, stay }: Subject, from: number, to: number): Side => {
  const there = stay.pieces.filter((piece) => piece.from.lo < to && from < piece.to.hi)
  const ordered = there.toSorted((a, b) => a.from.lo - b.from.lo || a.from.hi - b.from.hi)
  return {
    person: person.id,
    post: ordered.at(-1)?.post ?? stay.key[0] ?? '',
    assignment: ordered[0]?.assignment ?? '',
  }
}
