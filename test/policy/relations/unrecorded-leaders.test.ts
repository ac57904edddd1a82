import { describe, expect, test } from 'vitest'
import type { Told } from '../../support/made-up-chart.ts'
import { ask, changed } from './bureau.ts'

describe('whom a post answers to, where the file does not single out one person', () => {
  test('whoever took over from a superior that is no more may be anybody, until the file says who (S16, S21)', () => {
    const told = changed({
      'old deputy': [{ seats: ['deputy'], to: '2014-01-01' }],
      head: [{ unit: 'office', seats: ['chief'], reportsTo: 'old deputy' }],
      planner: [{ reportsTo: 'deputy' }],
      'other planner': [{ reportsTo: 'old deputy' }],
    })
    expect(ask('sameLeader', 'head', 'planner', told)).toBe('UNDETERMINED')
    expect(ask('sameLeader', 'head', 'planner', told, '2013-12-31')).toBe('NO')
    expect(ask('sameLeader', 'head', 'other planner', told, '2013-12-31')).toBe('YES')
    expect(ask('sameLeader', 'head', 'other planner', told)).toBe('UNDETERMINED')
    expect(ask('directSuperior', 'deputy', 'other planner', told)).toBe('UNDETERMINED')
    expect(ask('directSuperior', 'other planner', 'deputy', told)).toBe('NO')
  })

  test('whom the two chiefs of a unit that lies in no other answer to is not on file', () => {
    const told = changed({ secretary: [{ seats: ['party_secretary'] }] })
    expect(ask('sameLeader', 'director', 'secretary', told)).toBe('UNDETERMINED')
    expect(ask('directSuperior', 'director', 'secretary', told)).toBe('UNDETERMINED')
    const under = changed({
      director: [{}],
      one: [{ unit: 'office', seats: ['chief'] }],
      two: [{ unit: 'office', seats: ['party_secretary'] }],
    })
    expect(ask('sameLeader', 'one', 'two', under)).toBe('YES')
  })

  test('two who report to a post that several hold (分管领导，一职多人) may report to one of them or to two', () => {
    const deputies = (said: NonNullable<Told['posts'][string]>[number]) =>
      changed({
        deputy: [{ seats: ['deputy'], leading: true, quota: 3, ...said }],
        planner: [{ reportsTo: 'deputy' }],
      })
    const told = deputies({ team: 'team' })
    expect(ask('sameLeader', 'head', 'planner', told)).toBe('UNDETERMINED')
    expect(ask('sameLeader', 'planner', 'planner', told)).toBe('UNDETERMINED')
    expect(ask({ relation: 'sameLeader', leaderScope: 'team' }, 'head', 'planner', told)).toBe('YES')
    expect(ask({ relation: 'sameLeader', leaderScope: 'team' }, 'head', 'planner', deputies({}))).toBe('UNDETERMINED')
    expect(ask('sameLeader', 'head', 'planner', deputies({ quota: 1 }))).toBe('YES')
    expect(ask('sameLeader', 'clerk', 'clerk', told)).toBe('YES')
    expect(ask('sameLeader', 'planner', 'planner', deputies({ to: '2014-01-01' }))).toBe('UNDETERMINED')
    expect(ask('sameLeader', 'planner', 'planner', deputies({ quota: 1, to: '2014-01-01' }))).toBe('YES')
  })

  test('one of several in the post one reports to may lead, or another of them; the seats of chief and deputy lead all the same', () => {
    const told = changed({ deputy: [{ seats: ['deputy'], quota: 3 }], planner: [{ reportsTo: 'deputy' }] })
    expect(ask('directSuperior', 'deputy', 'planner', told)).toBe('UNDETERMINED')
    expect(ask('directSuperior', 'planner', 'deputy', told)).toBe('NO')
    expect(ask('directSuperior', 'deputy', 'head', told)).toBe('YES')
  })
})
