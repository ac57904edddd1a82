import { relationOver } from '../../../policy/facts/relations/relation-days.ts'
import { type AskedRelation, day, divisionsByCode, holdsOn, relationWitness } from '../../../policy/index.ts'
import { chartOf, service, type Told } from '../../support/made-up-chart.ts'

/** A bureau with a director, a deputy, an office with a head and two clerks, and a section whose head nobody recorded. */
export const bureau: Told = {
  units: {
    bureau: [{ legalPerson: true }],
    office: [{ kind: 'internal_unit', parent: 'bureau' }],
    section: [{ kind: 'internal_unit', parent: 'bureau' }],
    institute: [{ kind: 'institution', parent: 'bureau', legalPerson: true }],
    resident: [{ kind: 'dispatched_office', parent: 'bureau' }],
    other: [{ legalPerson: true }],
  },
  posts: {
    director: [{ seats: ['chief'], leading: true, team: 'team' }],
    deputy: [{ seats: ['deputy'], leading: true, team: 'team' }],
    head: [{ unit: 'office', seats: ['chief'], leading: true, reportsTo: 'deputy' }],
    clerk: [{ unit: 'office', duties: ['finance'] }],
    typist: [{ unit: 'office' }],
    lone: [{ unit: 'section' }],
    second: [{ unit: 'section' }],
    researcher: [{ unit: 'institute' }],
    'institute head': [{ unit: 'institute', seats: ['chief'], leading: true }],
    inspector: [{ unit: 'resident', seats: ['chief'], duties: ['discipline_inspection'] }],
    stranger: [{ unit: 'other', seats: ['chief'], leading: true }],
    'stranger clerk': [{ unit: 'other' }],
  },
  teams: { team: [{}] },
}

export const ask = (
  asked: AskedRelation | AskedRelation['relation'],
  first: string,
  second: string,
  told: Told = bureau,
  on = '2015-01-01',
) => {
  const chart = chartOf(told)
  const relation = typeof asked === 'string' ? { relation: asked } : asked
  const [a, b] = [service(chart, first, '2010-01-01'), service(chart, second, '2010-01-01')]
  return holdsOn(relationOver(relation, a, b, chart, divisionsByCode), day(on))
}
export const witness = (asked: AskedRelation, first: string, second: string, told: Told = bureau) => {
  const chart = chartOf(told)
  const [a] = service(chart, first, '2010-01-01')
  const [b] = service(chart, second, '2010-01-01')
  if (a === undefined || b === undefined) throw new Error('no service')
  return relationWitness(asked, a, b, chart, divisionsByCode, day('2015-01-01'))
}

export const changed = (posts: Told['posts'], units: Told['units'] = {}): Told => ({
  ...bureau,
  posts: { ...bureau.posts, ...posts },
  units: { ...bureau.units, ...units },
})
