import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allDivisions, divisionOf, divisions, rootOf, subtreeOf } from '../../db/divisions.ts'
import { transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

describe('the division tree', () => {
  it('leads from the nation through province and municipality to the county', () => {
    expect(divisions.chain('411121')).toEqual(['100000', '410000', '411100', '411121'])
    expect(['100000', '410000', '411100', '411121'].map(divisions.level)).toEqual([
      'nation',
      'province',
      'municipality',
      'county',
    ])
  })

  it('knows no authority between a directly governed city and its districts', () => {
    expect(divisions.chain('110101')).toEqual(['100000', '110000', '110101'])
    expect(divisions.chain('500241')).toEqual(['100000', '500000', '500241'])
  })

  it('knows no authority between a province and the counties it governs itself', () => {
    expect(divisions.chain('419001')).toEqual(['100000', '410000', '419001'])
    expect(['110100', '500200', '419000', '659000'].map(divisionOf)).toEqual([null, null, null, null])
  })

  it('has municipalities without counties', () => {
    expect(divisions.chain('441900')).toEqual(['100000', '440000', '441900'])
    expect(divisions.level('441900')).toBe('municipality')
  })

  it('places what belongs to the nation apart from every province', () => {
    expect(['100000', '410000', '411100', '411121'].map(rootOf)).toEqual([100000, 410000, 410000, 410000])
  })

  it('holds every division of the subtree in one range of codes, and nothing else', () => {
    for (const top of ['100000', '410000', '411100', '411121', '110000', '441900']) {
      const { from, below } = subtreeOf(top)
      const inRange = allDivisions.filter(({ code }) => from <= Number(code) && Number(code) < below)
      expect(inRange).toEqual(allDivisions.filter(({ code }) => divisions.chain(code).includes(top)))
    }
  })

  it('has 34 provinces and names each division as the law does', () => {
    expect(allDivisions.filter(({ level }) => level === 'province')).toHaveLength(34)
    const kinds = ['110000', '150000', '152500', '411100', '419001', '110101', '131028', '810000'].map(
      (code) => divisionOf(code)?.kind,
    )
    expect(kinds).toEqual(['直辖市', '自治区', '盟', '地级市', '县级市', '市辖区', '自治县', '特别行政区'])
  })
})

describe('the stored division tree', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.close())

  it('is the whole published tree, with ancestors from the nation down', async () => {
    const rows = await transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute<{ code: string; name: string; ancestors: number[]; parent: number; root: number }>(
        sql`select code::text, name, ancestors, parent, root from jurisdiction order by code`,
      ),
    )
    expect(rows).toHaveLength(allDivisions.length)
    expect(rows.find((row) => row.code === '411121')).toEqual({
      code: '411121',
      name: '舞阳县',
      ancestors: [100000, 410000, 411100],
      parent: 411100,
      root: 410000,
    })
  })
})
