import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { declaredTerm, type Kinship, kinOf, type Sex } from '../../../policy/index.ts'
import { Family } from './family.ts'

interface Row {
  readonly chain: string
  readonly ego_sex: string
  readonly text: string
  readonly term: string
  readonly expected: 'direct_blood' | 'collateral_within_3' | 'near_affinity' | 'none'
  readonly unsure: string
}

const rows: readonly Row[] = parse(readFileSync(new URL('../../cases/kin_cases.csv', import.meta.url)), {
  columns: true,
})

const classOf: Readonly<Record<Row['expected'], Kinship['class']>> = {
  direct_blood: 'DIRECT_BLOOD',
  collateral_within_3: 'COLLATERAL_WITHIN_THREE',
  near_affinity: 'NEAR_AFFINITY',
  none: null,
}

const sexOf = (text: string | undefined): Sex | undefined => (text === 'M' || text === 'F' ? text : undefined)

/** The chain as a family: a sibling is someone with the same two parents. Returns who stands at its end. */
const build = (row: Row): readonly [Family, string] => {
  const family = new Family()
  let here = family.someone('ego', { sex: sexOf(row.ego_sex) })
  row.chain.split('>').forEach((link, i) => {
    const [relation = '', sex] = link.split(':')
    const next = family.someone(`${i}`, { sex: sexOf(sex) })
    if (relation === 'sibling') {
      const parents = [`${i} father`, `${i} mother`]
      family.parents(here, ...parents).parents(next, ...parents)
    } else family.tie(here, relation, next)
    here = next
  })
  return [family, here]
}

const classesBetween = (family: Family, person: string, relative: string, own: boolean) =>
  kinOf(family, person)
    .filter((kin) => kin.relative === relative && kin.class !== null && (kin.listed || !own))
    .map((kin) => kin.class)

describe('each row of the table of relatives', () => {
  const sure = rows.filter(({ unsure }) => unsure !== 'Y')

  test('is there to be read', () => expect(sure.length).toBeGreaterThan(100))

  test.each(sure)('$text ($term) is, by one’s own list: $expected', (row) => {
    const [family, relative] = build(row)
    expect(classesBetween(family, 'ego', relative, true)).toEqual([classOf[row.expected]].filter((c) => c !== null))
  })

  test.each(sure)('$text ($term): what one is to the other, the other is to one', (row) => {
    const [family, relative] = build(row)
    expect(classesBetween(family, relative, 'ego', false)).toEqual(classesBetween(family, 'ego', relative, false))
  })
})

/**
 * What the table leaves open, read as rules.md §2.4 recommends: direct blood has no limit; a spouse's grandparents and a
 * grandchild's spouse are only noted; a spouse's nephews are kin because the spouse is on their list, not on one's own.
 */
describe('each row the table is unsure of', () => {
  const unsure = rows.filter(({ unsure: mark }) => mark === 'Y')
  const waysTo = (row: Row, from: 'ego' | 'relative') => {
    const [family, relative] = build(row)
    const [one, other] = from === 'ego' ? ['ego', relative] : [relative, 'ego']
    return kinOf(family, one)
      .filter((kin) => kin.relative === other)
      .map(({ pattern, listed }) => `${pattern}${listed ? '' : ' of the other list'}`)
  }
  const readings: readonly (readonly [RegExp, string[], string[]])[] = [
    [/^(parent:.>)+parent:.$|^(child:.>)+child:.$/, ['K2'], ['K2']],
    [/^child:.>child:.>spouse:.$/, ['DISTANT_IN_LAW of the other list'], ['DISTANT_IN_LAW of the other list']],
    [/^spouse:.>parent:.>parent:.$/, ['DISTANT_IN_LAW of the other list'], ['DISTANT_IN_LAW of the other list']],
    [/^spouse:.>parent:.>parent:.>parent:.$/, [], []],
    [/^spouse:.>sibling:.:[a-z]+>child:.$/, ['K4E of the other list'], ['K4E']],
  ]

  test('is there to be read', () => expect(unsure.length).toBeGreaterThan(15))

  test.each(unsure)('$text ($term) follows the recommended reading, from both sides', (row) => {
    const reading = readings.find(([chain]) => chain.test(row.chain))
    expect(reading, row.chain).toBeDefined()
    expect([waysTo(row, 'ego'), waysTo(row, 'relative')]).toEqual([reading?.[1], reading?.[2]])
  })
})

/** Said as a declared word, without anyone between: the word stands for the class of the chain. */
describe('each word of the table, declared', () => {
  const primitive = ['爸爸', '妈妈', '儿子', '女儿']
  const declared = rows.filter(({ term, unsure }) => unsure !== 'Y' && !primitive.includes(term))

  test.each(declared)('$term is, by one’s own list: $expected', ({ term, expected, chain }) => {
    const meant = declaredTerm(term)
    expect(meant?.unclear).toBe(false)
    expect(meant?.reached?.listed === true ? meant.reached.class : null).toBe(classOf[expected])
    expect([null, sexOf(chain.split('>').at(-1)?.split(':')[1])]).toContain(meant?.sex)
  })
})
