import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Kinship, kinOf, type Sex } from '../../../policy/index.ts'
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
