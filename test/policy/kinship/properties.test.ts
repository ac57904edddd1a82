import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KinNetwork, type Kinship, kinClasses, kinOf, sameDays, some, tieCodes } from '../../../policy/index.ts'
import { Family } from './family.ts'

const people = ['0', '1', '2', '3', '4', '5', '6']
const day = fc
  .integer({ min: 1960, max: 2020 })
  .chain((year) => fc.constantFrom(`${year}`, `${year}-04`, `${year}-04-05`))
const tie = fc.record({
  of: fc.integer({ min: 0, max: 6 }),
  to: fc.integer({ min: 0, max: 6 }),
  relation: fc.constantFrom('parent', 'parent', 'spouse'),
  kind: fc.constantFrom('birth' as const, 'birth' as const, 'adoptive' as const),
  from: day,
})
type Row = typeof tie extends fc.Arbitrary<infer T> ? T : never
const families = fc.array(tie, { maxLength: 10 })

const built = (rows: readonly Row[]): Family => {
  const family = new Family()
  // A parent is always someone of a lower number, so that nobody is their own ancestor.
  for (const { of, to, relation, kind, from } of rows)
    if (of > to) family.tie(`${of}`, relation, `${to}`, relation === 'parent' ? { kind, from } : { from })
  return family
}

const classTruths = (kin: readonly Kinship[], relative: string) =>
  Object.keys(kinClasses).map((name) =>
    some(kin.filter((k) => k.relative === relative && k.class === name).map(({ truth }) => truth)),
  )

const said = (kin: readonly Kinship[]) => kin.map((k) => `${k.relative} ${k.pattern} ${JSON.stringify(k.truth)}`).sort()

const codes: readonly string[] = tieCodes

test('what one is to the other in each class, the other is to one, on the same days', () =>
  fc.assert(
    fc.property(families, (rows) => {
      const family = built(rows)
      const kin = new Map(people.map((id) => [id, kinOf(family, id)]))
      for (const a of people)
        for (const b of people) {
          const there = classTruths(kin.get(b) ?? [], a)
          classTruths(kin.get(a) ?? [], b).forEach((truth, i) => {
            expect(sameDays(truth.surely, there[i]?.surely ?? [])).toBe(true)
            expect(sameDays(truth.possibly, there[i]?.possibly ?? [])).toBe(true)
          })
        }
    }),
  ))

test('someone unrelated and another order of the rows change nothing', () =>
  fc.assert(
    fc.property(families, (rows) => {
      const [family, other] = [built(rows), built([...rows].reverse()).couple('x', 'y')]
      for (const id of people) expect(said(kinOf(other, id))).toEqual(said(kinOf(family, id)))
    }),
  ))

test('a walk of the whole region leaves out nobody who may be kin', () =>
  fc.assert(
    fc.property(families, (rows) => {
      const family = built(rows)
      const edges = people.flatMap((id) => family.edges(id))
      const network = new KinNetwork(people.length, {
        person: Uint32Array.from(edges, (edge) => Number(edge.person)),
        relative: Uint32Array.from(edges, (edge) => Number(edge.relative)),
        relation: Uint8Array.from(edges, (edge) => codes.indexOf(edge.relation)),
      })
      for (const id of people) {
        const met: string[] = []
        network.eachCandidate(Number(id), (relative) => met.push(`${relative}`))
        expect(new Set(met).size).toBe(met.length)
        for (const { relative } of kinOf(family, id)) expect(met).toContain(relative)
      }
    }),
  ))
