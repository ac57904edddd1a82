import { readFileSync } from 'node:fs'
import { parse, print } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { city, loadWorld, today } from '../support/world.ts'

const contract = parse(readFileSync(new URL('../contract/rotation.graphql', import.meta.url), 'utf8'))
const operations = new Map(
  contract.definitions.map((definition) => [
    'name' in definition ? definition.name?.value : undefined,
    print(definition),
  ]),
)
const operation = (name: string): string => operations.get(name) ?? ''

let db: Database
let graph: Asking

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadWorld(db)
  graph = graphqlOn(db)
})

/** Asks and insists on an answer without errors. */
const answer = async (name: string, variables: object, headers = {}) => {
  const { data, errors } = await graph.ask(operation(name), variables, headers)
  expect(errors).toBeUndefined()
  return data
}

interface DueNode {
  readonly id: string
  readonly status: string
  readonly binding: boolean
  readonly person: { readonly code: string }
  readonly rule: { readonly catalogueId: string; readonly effect: string; readonly title: string }
  readonly since: string
  readonly statusSince: string
  readonly statusUntil: string | null
  readonly needs: readonly { readonly fact: string; readonly of: string; readonly why: string }[]
}

const nodesOf = (data: { jurisdiction: { findings: { edges: readonly { node: DueNode }[] } } }): DueNode[] =>
  data.jurisdiction.findings.edges.map(({ node }) => node)

describe('who is due', () => {
  test('whoever has held a post of the city for ten years must move, under which rule and since when', async () => {
    const nodes = nodesOf(await answer('WhoIsDue', { code: city, on: today, first: 200 }))
    const due = nodes.find(({ person, rule }) => person.code === 'R01' && rule.catalogueId === 'LH-M1')
    expect(due).toMatchObject({ status: 'ACTIVE', binding: true, since: '2022-05-01', needs: [] })
    expect(nodes.filter(({ person }) => person.code === 'R05')).toEqual([])
  })

  test('the list runs from the strictest to the weakest, and within that from the earliest', async () => {
    const nodes = nodesOf(await answer('WhoIsDue', { code: city, on: today, first: 200 }))
    const order = ['MUST', 'SHALL', 'SHOULD', 'MAY']
    const places = nodes.map(({ rule, since }) => `${order.indexOf(rule.effect)} ${since}`)
    expect(places).toEqual(places.toSorted())
    expect(new Set(nodes.map(({ rule }) => rule.effect)).size).toBeGreaterThan(1)
  })

  test('one finding of each person is binding', async () => {
    const nodes = nodesOf(await answer('WhoIsDue', { code: city, on: today, first: 200 }))
    const people = new Set(nodes.map(({ person }) => person.code))
    const binding = nodes.filter((node) => node.binding)
    expect(new Set(binding.map(({ person }) => person.code))).toEqual(people)
    expect(binding).toHaveLength(people.size)
    expect(new Set(binding.map(({ rule }) => rule.catalogueId))).toEqual(new Set(['LH-M1']))
  })

  test('pages follow one another without gap or repetition', async () => {
    const all = nodesOf(await answer('WhoIsDue', { code: city, on: today, first: 200 })).map(({ id }) => id)
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const data = await answer('WhoIsDue', { code: city, on: today, first: 17, after })
      seen.push(...nodesOf(data).map(({ id }) => id))
      const { hasNextPage, endCursor } = data.jurisdiction.findings.pageInfo
      if (!hasNextPage) break
      after = endCursor
    }
    expect(seen).toEqual(all)
  })

  test('where the file says only a month, nobody can tell yet, and the fact that would settle it is named', async () => {
    const asked = { code: city, on: today, first: 50, status: ['UNDETERMINED'], effects: ['MUST'] }
    const nodes = nodesOf(await answer('WhoIsDue', asked))
    expect(nodes).toHaveLength(10)
    const [first] = nodes
    expect(first).toMatchObject({ statusSince: '2026-11-01', statusUntil: '2026-11-30' })
    expect(first?.needs).toEqual([
      {
        fact: 'assignment.from',
        of: expect.stringMatching(/^Assignment:410000:/),
        why: expect.stringContaining('2016-11'),
      },
    ])
  })

  test('counts tell the same people unit by unit', async () => {
    const data = await answer('WhoIsDue', { code: city, on: today, first: 200, effects: ['MUST'] })
    const listed = nodesOf(data).filter(({ status }) => status === 'ACTIVE').length
    const counts: readonly { effect: string; status: string; people: number; unit: { code: string } }[] =
      data.jurisdiction.counts
    const counted = counts.filter(({ effect, status }) => effect === 'MUST' && status === 'ACTIVE')
    expect(counted.map(({ unit }) => unit.code)).toEqual(['U01', 'U02', 'U03', 'U04', 'U05', 'U06'])
    expect(counted.reduce((sum, { people }) => sum + people, 0)).toBe(listed)
  })

  test('the subtree of the province holds the city; the province itself manages nobody here', async () => {
    const below = await answer('WhoIsDue', { code: '410000', on: today, first: 200, scope: 'SUBTREE' })
    const own = await answer('WhoIsDue', { code: '410000', on: today, first: 200 })
    expect(nodesOf(below).length).toBeGreaterThan(50)
    expect(nodesOf(own)).toEqual([])
  })

  test('before anything was recorded we said nothing', async () => {
    const data = await answer('WhoIsDue', { code: city, on: today, first: 10, knownAt: '2020-01-01T00:00:00Z' })
    expect(nodesOf(data)).toEqual([])
  })

  test('text comes in the language of the reader', async () => {
    const asked = { code: city, on: today, first: 1 }
    const [zh] = nodesOf(await answer('WhoIsDue', asked))
    const [en] = nodesOf(await answer('WhoIsDue', asked, { 'accept-language': 'en-GB,en;q=0.9' }))
    expect(zh?.rule.title).toMatch(/\p{Script=Han}/u)
    expect(en?.rule.title).toMatch(/^[\p{ASCII}–]+$/u)
  })
})

describe('why, and why not', () => {
  test('unfinished business defers the duty, and the explanation says which exemption and since when', async () => {
    const { person } = await answer('Explain', { code: 'R03', on: today, rule: 'LH-M1' })
    const [finding] = person.findings
    expect(person.findings).toHaveLength(1)
    expect(finding.status).toBe('DEFERRED')
    expect(finding.explanation.text).toContain('满10年')
    expect(finding.explanation.nodes[0].holds).toBe('YES')
    const applying = finding.explanation.exemptions.filter(({ applies }: { applies: string }) => applies === 'YES')
    expect(applying).toMatchObject([{ rule: { catalogueId: 'LH-X3' }, since: '2026-01-01' }])
  })

  test('what is not due says the day it would be', async () => {
    const { person } = await answer('Explain', { code: 'R05', on: today })
    const later = person.notYet.find(({ rule }: { rule: { catalogueId: string } }) => rule.catalogueId === 'LH-M1')
    expect(later.firstDay).toBe('2030-03-01')
  })

  test('a stay is named by what it was unbroken in', async () => {
    const { person } = await answer('Explain', { code: 'R06', on: today })
    expect(person.stays).toEqual([
      { key: { label: 'U01-06科科长' }, from: '2016-11-01', to: null, precision: 'MONTH', joined: [] },
    ])
  })
})

describe('what is coming', () => {
  interface Event {
    readonly on: string
    readonly change: string
    readonly person: { readonly code: string }
    readonly rule: { readonly catalogueId: string } | null
  }
  const eventsIn = async (from: string, to: string): Promise<readonly Event[]> => {
    const { jurisdiction } = await answer('Calendar', { code: city, from, to, first: 200 })
    return jurisdiction.calendar.edges.map(({ node }: { node: Event }) => node)
  }
  const of = (code: string, rule: string | null) => (event: Event) =>
    event.person.code === code && (event.rule?.catalogueId ?? null) === rule

  test('duties that begin within five years stand on their day, in the order of days', async () => {
    const events = await eventsIn(today, '2031-11-22')
    const days = events.map(({ on }) => on)
    expect(days).toEqual(days.toSorted())
    expect(events.filter(of('R05', 'LH-M1'))).toMatchObject([{ on: '2030-03-01', change: 'BECOMES_DUE' }])
  })

  test('a deferral ends on the day its ground is gone', async () => {
    const events = await eventsIn('2027-03-01', '2027-03-01')
    expect(events.filter(of('R16', 'LH-M1'))).toMatchObject([{ on: '2027-03-01', change: 'DEFERRAL_ENDS' }])
  })

  test('born on some day of April 1980: the duty ceases on the day that is surely within three years of retirement', async () => {
    const [exempt] = (await eventsIn('2040-04-01', '2040-05-31')).filter(of('R31', 'LH-M1'))
    const [retires] = (await eventsIn('2043-04-01', '2043-05-31')).filter(of('R31', null))
    expect([exempt?.change, exempt?.on]).toEqual(['CEASES', '2040-05-01'])
    expect([retires?.change, retires?.on.slice(0, 7)]).toEqual(['RETIRES', '2043-04'])
  })
})

describe('what governs', () => {
  test('the chain of the city is the nation and the city, with their rules and the clauses a person must judge', async () => {
    const { jurisdiction } = await answer('Policy', { code: city, on: today })
    const chain: readonly { plugin: { id: string } }[] = jurisdiction.chain
    expect(chain.map(({ plugin }) => plugin.id)).toEqual(['national', 'luohe'])
    const ids = jurisdiction.rules.map(({ catalogueId }: { catalogueId: string }) => catalogueId)
    expect(ids).toEqual(expect.arrayContaining(['CSL-92', 'LH-M1', 'LH-X1']))
    expect(jurisdiction.manual.length).toBeGreaterThan(0)
  })
})

describe('statements sent to the database', () => {
  const statementsFor = async (name: string, variables: object): Promise<number> => {
    const { db: counted, statements } = counting(db)
    const { ask } = graphqlOn(counted)
    const { errors } = await ask(operation(name), variables)
    expect(errors).toBeUndefined()
    expect(statements.filter((statement) => /^begin/.test(statement))).toHaveLength(1)
    return statements.length
  }

  const cases = [
    ['WhoIsDue', { code: city, on: today, status: ['ACTIVE'] }, 11],
    ['WhoIsDue', { code: city, on: today, status: ['UNDETERMINED'] }, 24],
    ['Calendar', { code: city, from: today, to: '2036-11-22' }, 8],
  ] as const

  test.each(cases)('%s %j: as many for 5 as for 50, and no more than %i', async (name, variables, most) => {
    await statementsFor(name, { ...variables, first: 1 })
    const few = await statementsFor(name, { ...variables, first: 5 })
    const many = await statementsFor(name, { ...variables, first: 50 })
    expect(many).toBe(few)
    expect(many).toBeLessThanOrEqual(most)
  })

  test('Explain and Policy stay within a fixed number', async () => {
    expect(await statementsFor('Explain', { code: 'R03', on: today })).toBeLessThanOrEqual(22)
    expect(await statementsFor('Policy', { code: city, on: today })).toBeLessThanOrEqual(6)
  })
})
