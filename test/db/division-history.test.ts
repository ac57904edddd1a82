import { describe, expect, it } from 'vitest'
import { formerDivisionOf, formerDivisions, formerMeanings } from '../../db/division-history.ts'
import { divisionOf, divisions } from '../../db/divisions.ts'
import { formerDivisionList } from '../../db/former-division-list.ts'

describe('the divisions of former days', () => {
  it('are each listed once, and none is in use today', () => {
    const codes = formerDivisions.map(({ code }) => code)
    expect(codes).toHaveLength(Object.values(formerDivisionList).join(' ').trim().split(/\s+/).length)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => divisionOf(code) !== null)).toEqual([])
  })

  it('lie each in a division of today, in the same province', () => {
    expect(formerDivisions.filter(({ liesIn }) => divisionOf(liesIn) === null)).toEqual([])
    expect(formerDivisions.filter(({ code, liesIn }) => code.slice(0, 2) !== liesIn.slice(0, 2))).toEqual([])
  })

  it('have the chain of where they lie, from the nation to a code of today, and no level', () => {
    for (const { code, liesIn } of formerDivisions) {
      const chain = divisions.chain(code)
      expect([chain[0], chain.at(-1)]).toEqual(['100000', liesIn])
      expect(chain.map((above) => divisionOf(above)?.code)).toEqual(chain)
      expect(divisions.level(code)).toBeNull()
    }
  })

  it('are succeeded by one of their own level; without a successor they lie in something coarser', () => {
    const level = (code: string) => (code.endsWith('00') ? 'municipality' : 'county')
    const odd = formerDivisions.filter(({ code, successor }) => successor !== null && level(successor) !== level(code))
    // 儋州市 became a municipality without counties.
    expect(odd.map(({ code }) => code)).toEqual(['469003'])
    const narrow = formerDivisions.filter(({ successor, liesIn }) => successor === null && level(liesIn) === 'county')
    expect(narrow).toEqual([])
  })

  it('tell a city that became a district, one merged away, and a prefecture renumbered with all its counties', () => {
    expect(formerDivisionOf('441381')).toEqual({
      ...{ code: '441381', name: '惠阳市', listedIn: '2002-12', goneBy: '2003-06' },
      ...{ successor: '441303', liesIn: '441303' },
    })
    expect(formerDivisionOf('350202')).toMatchObject({ name: '鼓浪屿区', successor: null, liesIn: '350200' })
    expect(formerDivisionOf('110103')).toMatchObject({ name: '崇文区', successor: null, liesIn: '110000' })
    const dingxi = formerDivisions.filter(({ code }) => code.startsWith('6224'))
    expect(dingxi).toHaveLength(8)
    expect(dingxi.map(({ successor }) => successor?.slice(0, 4))).toEqual(dingxi.map(() => '6211'))
  })

  it('tell of codes in use today which place they meant before', () => {
    expect(
      formerMeanings.filter(({ code, liesIn }) => divisionOf(code) === null || divisionOf(liesIn) === null),
    ).toEqual([])
    expect(formerMeanings.filter(({ code, name }) => divisionOf(code)?.name === name)).toEqual([])
    const succeeded = formerMeanings.filter(({ successor }) => successor !== null)
    expect(succeeded.map(({ successor }) => divisionOf(successor ?? '')?.name)).toEqual(
      succeeded.map(({ name }) => name),
    )
    expect(divisions.chain('469025')).toEqual(['100000', '460000', '469025'])
  })

  it('leave out what is in use and what never was', () => {
    expect(['441303', '110100', '130101', '999999'].map(formerDivisionOf)).toEqual([null, null, null, null])
  })
})
