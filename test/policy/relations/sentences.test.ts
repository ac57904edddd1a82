import { describe, expect, test } from 'vitest'
import { relationOver } from '../../../policy/facts/relations/relation-days.ts'
import { type AskedRelation, day, divisionsByCode, relationWitness } from '../../../policy/index.ts'
import { chartOf, service, type Told } from '../../support/made-up-chart.ts'
import { ask, bureau, changed, witness } from './bureau.ts'

describe('公务员法第七十四条: both directly under the same leader', () => {
  test('two clerks of one office answer to its head', () => {
    expect(ask('sameLeader', 'clerk', 'typist')).toBe('YES')
    expect(witness({ relation: 'sameLeader' }, 'clerk', 'typist').leaders).toEqual(['head'])
  })

  test('the deputy and whoever answers to the director by name have the same leader', () => {
    const told = changed({ clerk: [{ unit: 'office', reportsTo: 'director' }] })
    expect(ask('sameLeader', 'deputy', 'clerk', told)).toBe('YES')
    expect(ask('sameLeader', 'typist', 'clerk', told)).toBe('NO')
  })

  test('leaders of one team are the same leader only where a rule counts the team', () => {
    const told = changed({ clerk: [{ unit: 'office', reportsTo: 'director' }] })
    expect(ask('sameLeader', 'head', 'clerk', told)).toBe('NO')
    expect(ask({ relation: 'sameLeader', leaderScope: 'team' }, 'head', 'clerk', told)).toBe('YES')
    expect(witness({ relation: 'sameLeader', leaderScope: 'team' }, 'head', 'clerk', told).team).toBe('team')
  })

  test('two posts of one unit of whose chief nothing is on file surely answer to that same chief', () => {
    expect(ask('sameLeader', 'lone', 'second')).toBe('YES')
    expect(witness({ relation: 'sameLeader' }, 'lone', 'second')).toMatchObject({ leaders: [], unit: 'section' })
  })

  test('an unknown superior leaves it open, never absent (S21)', () => {
    expect(ask('sameLeader', 'lone', 'head')).toBe('UNDETERMINED')
    expect(witness({ relation: 'sameLeader' }, 'lone', 'head').unknownChiefs).toEqual(['section'])
  })

  test('an unknown superior is nobody below: the director has not the same leader as his own staff', () => {
    for (const other of ['deputy', 'head', 'clerk', 'lone']) expect(ask('sameLeader', 'director', other)).toBe('NO')
  })

  test('it must be one organ', () => {
    const told = changed({ 'stranger clerk': [{ unit: 'other', reportsTo: 'head' }] })
    expect(ask('sameLeader', 'clerk', 'stranger clerk', told)).toBe('NO')
    expect(ask({ relation: 'sameLeader', scope: 'any' }, 'clerk', 'stranger clerk', told)).toBe('YES')
  })
})

describe('直接上下级领导关系 (公务员回避规定第五条)', () => {
  test('whom the post reports to leads it, not the leader of the leader', () => {
    expect(ask('directSuperior', 'head', 'clerk')).toBe('YES')
    expect(ask('directSuperior', 'deputy', 'head')).toBe('YES')
    expect(ask('directSuperior', 'deputy', 'clerk')).toBe('NO')
    expect(ask('directSuperior', 'clerk', 'head')).toBe('NO')
  })

  test('a chief leads the deputy of the same unit, also where the deputy reports to someone else', () => {
    const told = changed({ deputy: [{ seats: ['deputy'], reportsTo: 'stranger' }] })
    expect(ask('directSuperior', 'director', 'deputy', told)).toBe('YES')
    expect(ask('directSuperior', 'deputy', 'director', told)).toBe('NO')
  })

  test('chiefs and deputies of a unit lead chiefs and deputies of the unit directly below', () => {
    expect(ask('directSuperior', 'director', 'head')).toBe('YES')
    const told = changed({ vice: [{ unit: 'office', seats: ['deputy'] }] })
    expect(ask('directSuperior', 'deputy', 'vice', told)).toBe('YES')
    expect(ask('directSuperior', 'vice', 'deputy', told)).toBe('NO')
  })

  test('whoever stands below the unknown chief of a unit is not that chief', () => {
    expect(ask('directSuperior', 'lone', 'second')).toBe('NO')
    expect(ask('directSuperior', 'clerk', 'lone')).toBe('UNDETERMINED')
    expect(ask('directSuperior', 'director', 'lone')).toBe('NO')
  })
})

describe('一方任领导，另一方从事组织、人事、纪检、监察、审计和财务工作', () => {
  const asked: AskedRelation = { relation: 'leadsAndSensitive', duties: ['finance', 'discipline_inspection'] }

  test('a leader of the organ, not the head of a section', () => {
    expect(ask(asked, 'director', 'clerk')).toBe('YES')
    expect(ask(asked, 'deputy', 'clerk')).toBe('YES')
    expect(ask(asked, 'head', 'clerk')).toBe('NO')
    expect(ask(asked, 'clerk', 'director')).toBe('NO')
  })

  test('a blank leading leaves it open', () => {
    expect(ask(asked, 'director', 'clerk', changed({ director: [{ seats: ['chief'], leading: null }] }))).toBe(
      'UNDETERMINED',
    )
  })

  test('the office the organ sends out counts where the rule says so', () => {
    expect(ask(asked, 'director', 'inspector')).toBe('NO')
    expect(ask({ ...asked, organClosure: 'withDispatched' }, 'director', 'inspector')).toBe('YES')
    const told = changed({ researcher: [{ unit: 'institute', duties: ['finance'] }] })
    expect(ask({ ...asked, organClosure: 'withDispatched' }, 'director', 'researcher', told)).toBe('NO')
    expect(ask({ ...asked, organClosure: 'withSubordinates' }, 'director', 'researcher', told)).toBe('YES')
    expect(ask({ ...asked, organClosure: 'withSubordinates' }, 'institute head', 'clerk', told)).toBe('NO')
  })
})

describe('where the two serve', () => {
  test('same team, same unit, same internal unit', () => {
    expect(ask('sameTeam', 'director', 'deputy')).toBe('YES')
    expect(ask('sameTeam', 'director', 'head')).toBe('NO')
    expect(ask('sameUnit', 'clerk', 'lone')).toBe('YES')
    expect(ask('sameUnit', 'clerk', 'researcher')).toBe('NO')
    expect(ask('sameInternalUnit', 'clerk', 'typist')).toBe('YES')
    expect(ask('sameInternalUnit', 'clerk', 'lone')).toBe('NO')
    expect(ask('chiefAndDeputy', 'director', 'deputy')).toBe('YES')
    expect(ask('chiefAndDeputy', 'director', 'head')).toBe('NO')
    expect(
      ask({ relation: 'seats', seats: ['chief', 'deputy'], scope: 'sameJurisdiction' }, 'deputy', 'stranger'),
    ).toBe('YES')
  })

  test('监察官法第二十四条: one of them sits on the commission', () => {
    const told = changed({}, { bureau: [{ kind: 'supervision_commission', legalPerson: true }] })
    expect(ask('sameCommission', 'deputy', 'clerk', told)).toBe('YES')
    expect(ask('sameCommission', 'lone', 'clerk', told)).toBe('NO')
    expect(ask('sameCommission', 'deputy', 'clerk')).toBe('NO')
  })

  test('leaders of courts of a city and of a county in it', () => {
    const court = (jurisdiction: string) => [{ kind: 'court' as const, jurisdiction }]
    const told: Told = {
      units: { high: court('410000'), city: court('411100'), county: court('411121'), far: court('411002') },
      posts: Object.fromEntries(
        ['high', 'city', 'county', 'far'].map((unit) => [unit, [{ unit, leading: true, seats: ['chief' as const] }]]),
      ),
    }
    expect(ask('adjacentLevel', 'city', 'county', told)).toBe('YES')
    expect(ask('adjacentLevel', 'county', 'city', told)).toBe('NO')
    expect(ask('adjacentLevel', 'high', 'county', told)).toBe('NO')
    expect(ask('adjacentLevel', 'city', 'far', told)).toBe('NO')
  })

  test('公务员法第七十四条第二款: a leader of the organ in charge of the enterprise', () => {
    const told = changed(
      { owner: [{ unit: 'firm', seats: ['chief'] }] },
      { firm: [{ kind: 'enterprise', regulatedBy: 'bureau' }] },
    )
    expect(ask('regulates', 'deputy', 'owner', told)).toBe('YES')
    expect(ask('regulates', 'head', 'owner', told)).toBe('NO')
    expect(ask('regulates', 'stranger', 'owner', told)).toBe('NO')
    expect(ask('regulates', 'owner', 'deputy', told)).toBe('NO')
  })
})

describe('as it was on each past day', () => {
  const days = (told: Told, first: string, second: string, asked: AskedRelation = { relation: 'sameLeader' }) => {
    const chart = chartOf(told)
    return relationOver(
      asked,
      service(chart, first, '2010-01-01'),
      service(chart, second, '2012-01-01', '2020-01-01'),
      chart,
      divisionsByCode,
    )
  }

  test('from the day both are there, until one leaves', () => {
    const { surely, possibly } = days(bureau, 'clerk', 'typist')
    expect(surely).toEqual([day('2012-01-01'), day('2020-01-01')])
    expect(possibly).toBe(surely)
  })

  test('a change of whom one reports to ends it', () => {
    const told = changed({ clerk: [{ unit: 'office' }, { unit: 'office', reportsTo: 'deputy', from: '2015-03-15' }] })
    expect(days(told, 'clerk', 'typist').surely).toEqual([day('2012-01-01'), day('2015-03-15')])
  })

  test('a change known to the month is open in that month only', () => {
    const told = changed({ clerk: [{ unit: 'office' }, { unit: 'office', reportsTo: 'deputy', from: '2015-03' }] })
    const truth = days(told, 'clerk', 'typist')
    expect(truth.surely).toEqual([day('2012-01-01'), day('2015-03-01')])
    expect(truth.possibly).toEqual([day('2012-01-01'), day('2015-03-31')])
  })

  test('a change of the chief in a month nobody can tell apart changes nothing for those below', () => {
    const told = changed({
      head: [
        { unit: 'office', seats: ['chief'] },
        { unit: 'section', seats: ['chief'], from: '2015-03' },
      ],
    })
    expect(days(told, 'clerk', 'typist').surely).toEqual([day('2012-01-01'), day('2020-01-01')])
  })

  test('the office moved to another organ in some month: both went along', () => {
    const told = changed(
      {},
      {
        office: [
          { kind: 'internal_unit', parent: 'bureau' },
          { kind: 'internal_unit', parent: 'other', from: '2015-03' },
        ],
      },
    )
    expect(days(told, 'clerk', 'typist').surely).toEqual([day('2012-01-01'), day('2020-01-01')])
    expect(days(told, 'clerk', 'director', { relation: 'sameUnit' })).toEqual({
      surely: [day('2012-01-01'), day('2015-03-01')],
      possibly: [day('2012-01-01'), day('2015-03-31')],
    })
  })

  test('an abolished post leads nobody', () => {
    const told = changed({ head: [{ unit: 'office', seats: ['chief'], to: '2015-03-01' }] })
    const chart = chartOf(told)
    const [a] = service(chart, 'clerk', '2016-01-01')
    const [b] = service(chart, 'typist', '2016-01-01')
    if (a === undefined || b === undefined) throw new Error('no service')
    const found = relationWitness({ relation: 'sameLeader' }, a, b, chart, divisionsByCode, day('2017-01-01'))
    expect(found).toMatchObject({ holds: 'yes', leaders: [], unit: 'office' })
  })
})
