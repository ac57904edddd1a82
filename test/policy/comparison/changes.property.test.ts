import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Change,
  type ChangeKind,
  type Conflict,
  changesBetween,
  conflictChanges,
  type Finding,
  feltOn,
  type Kinship,
  type Side,
  type Span,
  type Standing,
} from '../../../policy/index.ts'
import { slowLines } from '../../support/slow-changes.ts'

const span = fc
  .record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.oneof(fc.integer({ min: 1, max: 15 }), fc.constant(Infinity)),
    status: fc.constantFrom('ACTIVE', 'DEFERRED', 'EXEMPT', 'UNDETERMINED'),
    earlier: fc.nat(10),
    due: fc.option(fc.nat(20)),
    shown: fc.boolean(),
  })
  .map(
    ({ from, length, status, earlier, due, shown }): Span => ({
      ...{ from, to: from + length, status, since: from - earlier, exemptions: [], shownWith: shown ? 'other' : null },
      dueBy: due === null ? null : from - earlier + due,
    }),
  )

const finding = fc
  .record({
    rule: fc.constantFrom('p/a', 'p/b'),
    key: fc.constantFrom<readonly string[]>([], ['k'], ['k', 'l']),
    effect: fc.constantFrom('MUST', 'SHALL', 'MAY'),
    spans: fc.array(span, { minLength: 1, maxLength: 4 }),
  })
  .map(
    (said): Finding => ({
      ...said,
      ...{ id: 'f', catalogueId: said.rule, jurisdiction: '411100', digest: 'd', person: 'p', from: 0, to: Infinity },
      counted: [],
    }),
  )
const findings = fc.array(finding, { maxLength: 6 })
const horizon = fc
  .record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 30 }) })
  .map(({ from, length }) => ({ from, to: from + length }))

const toldOf = (standing: Standing | null) =>
  standing === null
    ? 'none'
    : `${standing.status} ${standing.effect} ${standing.since} ${standing.from} ${standing.dueBy}`
const lineOf = ({ person, rule, kind, before, after }: Change) =>
  [person, rule, kind, toldOf(before), toldOf(after)].join(' | ')

/** What a change is called when the two sides are exchanged. */
const swapped = ({ kind, before, after }: Change): ChangeKind => {
  switch (kind) {
    case 'EARLIER':
      return 'LATER'
    case 'LATER':
      return 'EARLIER'
    case 'EFFECT_CHANGED':
      return 'EFFECT_CHANGED'
    default:
      return before?.status === 'ACTIVE'
        ? 'NEWLY_DUE'
        : before?.status === 'UNDETERMINED'
          ? 'NEWLY_UNDETERMINED'
          : after === null
            ? kind
            : 'RELEASED'
  }
}

describe('what becomes of one person', () => {
  test('is nothing when the same is said, in whatever order', () => {
    fc.assert(
      fc.property(findings, horizon, (said, days) => {
        expect(changesBetween(said, said, days)).toEqual([])
        expect(changesBetween(said, said.toReversed(), days)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('is what the slow way finds, day by day', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(findings, findings, horizon, (before, after, days) => {
        const changes = changesBetween(before, after, days)
        for (const { kind } of changes) kinds.add(kind)
        expect(changes.map(lineOf).sort()).toEqual(slowLines(before, after, days))
      }),
      { numRuns: 3_000 },
    )
    expect([...kinds].sort()).toEqual(
      ['EARLIER', 'EFFECT_CHANGED', 'LATER', 'NEWLY_DUE', 'NEWLY_UNDETERMINED', 'RELEASED'].sort(),
    )
  })

  test('is its own opposite when the two sides are exchanged: due becomes released, earlier later', () => {
    fc.assert(
      fc.property(findings, findings, horizon, (before, after, days) => {
        const there = changesBetween(before, after, days)
        const back = changesBetween(after, before, days)
        expect(back.map(({ kind, rule, key }) => [kind, rule, key])).toEqual(
          there.map((change) => [swapped(change), change.rule, change.key]),
        )
        expect(back.map(({ before: was, after: is }) => [is, was])).toEqual(there.map((c) => [c.before, c.after]))
      }),
      { numRuns: 1_000 },
    )
  })

  test('is felt within the horizon, and never before it', () => {
    fc.assert(
      fc.property(findings, findings, horizon, (before, after, days) => {
        for (const change of changesBetween(before, after, days)) {
          expect(feltOn(change, days)).toBeGreaterThanOrEqual(days.from)
          expect(feltOn(change, days)).toBeLessThan(days.to)
        }
      }),
    )
  })

  test('does not hang on what is said outside the horizon', () => {
    const days = { from: 20, to: 30 }
    const outside = (f: Finding) => ({ ...f, spans: f.spans.filter(({ from, to }) => to <= 20 || from >= 30) })
    fc.assert(
      fc.property(findings, findings, (said, more) => {
        expect(changesBetween(said, [...said, ...more.map(outside)], days)).toEqual([])
      }),
    )
  })
})

describe('what becomes of two people', () => {
  const conflict = fc
    .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), spans: fc.array(span, { minLength: 1, maxLength: 3 }) })
    .map(({ id, spans }): Conflict => {
      const [person, relative] = [`one of ${id}`, `other of ${id}`]
      const sideOf = (name: string): Side => ({ person: name, post: `post of ${name}`, assignment: name })
      const kin: Kinship = {
        ...{ person, relative, class: 'SPOUSE', pattern: 'K1', words: ['SPOUSE'], listed: true, term: null, path: [] },
        truth: { surely: [], possibly: [] },
      }
      return {
        ...{ id, rule: 'p/bar', catalogueId: 'B', effect: 'MUST_NOT', jurisdiction: '411100', digest: 'd' },
        ...{ sides: [sideOf(person), sideOf(relative)], relation: 'sameUnit', kin, from: 0, to: Infinity },
        spans: spans.map((each): Span => ({ ...each, status: each.status === 'ACTIVE' ? 'ACTIVE' : 'UNDETERMINED' })),
      }
    })
  const conflicts = fc.uniqueArray(conflict, { selector: ({ id }) => id, maxLength: 4 })
  const holds = ({ spans }: Conflict, { from, to }: { from: number; to: number }) => {
    for (let d = from; d < to; d += 1) if (spans.some((s) => s.from <= d && d < s.to)) return true
    return false
  }

  test('begins and ends exactly with the days on which they may be barred', () => {
    fc.assert(
      fc.property(conflicts, conflicts, horizon, (before, after, days) => {
        const held = (all: readonly Conflict[]) => all.filter((c) => holds(c, days)).map(({ id }) => id)
        const [then, now] = [held(before), held(after)]
        const expected = [
          ...then.filter((id) => !now.includes(id)).map((id) => `CONFLICT_ENDS one of ${id} other of ${id}`),
          ...now.filter((id) => !then.includes(id)).map((id) => `CONFLICT_BEGINS one of ${id} other of ${id}`),
        ]
        const found = conflictChanges(before, after, days)
        expect(found.map(({ kind, person, other }) => `${kind} ${person} ${other}`).sort()).toEqual(expected.sort())
        for (const { kind, before: was, after: is } of found)
          expect([was, is][kind === 'CONFLICT_ENDS' ? 1 : 0]).toBeNull()
        expect(conflictChanges(before, before, days)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
