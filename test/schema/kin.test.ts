import { execute, parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { schema } from '../../schema/index.ts'
import { operationContext } from '../../server/context.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { city, loadWorld, today } from '../support/world.ts'

let db: Database
let graph: Asking

/**
 * Odd numbers of the small world are men, even ones women. R01 and R03 are sons of E1, R02 was R01's wife until 2020 and R04 has
 * been since; R06 is the aunt whom R05 declared, R08 is an elder cousin of R07, by hearsay.
 * R11 calls R13 an elder cousin, who was born two months after him.
 */
const family = {
  people: ['code,name,sex,birth', 'E1,张老,M,1950-02-03', 'C1,张小,M,2008-05-06', ''].join('\n'),
  kin: [
    'person,relation,relative,relative_name,from,to,ended_by,verified',
    'R01,父亲,E1,,,,,',
    'R03,父亲,E1,,,,,',
    'R01,妻,R02,,2005-03-01,2020-06-01,离婚,',
    'R01,妻,R04,,2021-01-01,,,',
    'C1,父亲,R01,,,,,',
    'R05,姑母,R06,,,,,',
    'R07,堂姐,R08,,,,,no',
    'R09,母亲,,李秀兰,,,,',
    'R11,堂兄,R13,,,,,',
    'R13,母亲,,赵某,,,,',
    '',
  ].join('\n'),
}

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadWorld(db)
  const report = await importRoster(db, textSource(family), { at: city, by: 'test' })
  expect(report.problems).toEqual([])
  graph = graphqlOn(db)
})

const fields = `relative { id code name } class pattern listed term certainty since until path { tie to { id code name } }`

const kinOf = async (code: string, on: string, knownAt: string | null = null) => {
  const query = `query ($code: String!, $on: Date!, $knownAt: DateTime) {
    person(code: $code, at: "${city}") { kin(on: $on, knownAt: $knownAt) { ${fields} } } }`
  const { data, errors } = await graph.ask(query, { code, on, knownAt })
  expect(errors).toBeUndefined()
  return data.person.kin
}

/** `pattern relative`, as short as a test needs it. */
const inShort = async (code: string, on: string): Promise<string[]> =>
  (await kinOf(code, on))
    .map(({ pattern, relative }: { pattern: string; relative: { code: string } }) => `${pattern} ${relative.code}`)
    .sort()

describe('who is kin of a person', () => {
  test('are those of the four classes, strictest first, on the day asked', async () => {
    const classes = (await kinOf('R01', today)).map((kin: { class: string }) => kin.class)
    expect(classes).toEqual(['SPOUSE', 'DIRECT_BLOOD', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE'])
    expect(await inShort('R01', '2010-01-01')).toEqual(['K1 R02', 'K2 E1', 'K2 C1', 'K3 R03'].sort())
    expect(await inShort('R01', today)).toEqual(['K1 R04', 'K2 E1', 'K2 C1', 'K3 R03'].sort())
    expect(await inShort('R01', '2020-09-01')).not.toContain('K1 R02')
  })

  test('are shown with the ties that prove it, from the person outward, and the days', async () => {
    const [husband] = await kinOf('R02', '2010-01-01')
    expect(husband).toMatchObject({
      ...{ relative: { code: 'R01' }, class: 'SPOUSE', pattern: 'K1', listed: true, certainty: 'SURE' },
      ...{ since: '2005-03-01', until: '2020-06-01', path: [{ tie: 'SPOUSE', to: { code: 'R01' } }] },
    })
    const brotherInLaw = (await kinOf('R04', today)).find(
      ({ relative }: { relative: { code: string } }) => relative.code === 'R03',
    )
    expect(brotherInLaw).toMatchObject({
      ...{ class: 'NEAR_AFFINITY', pattern: 'K4B', certainty: 'SURE', since: '2021-01-01', until: null },
      path: [
        { tie: 'SPOUSE', to: { code: 'R01' } },
        { tie: 'PARENT', to: { code: 'E1' } },
        { tie: 'CHILD', to: { code: 'R03' } },
      ],
    })
  })

  test('by a declared term, whoever stands between is not known', async () => {
    const [aunt] = await kinOf('R05', today)
    expect(aunt).toMatchObject({ class: 'COLLATERAL_WITHIN_THREE', pattern: 'K3', path: [{ tie: 'DECLARED' }] })
    const [nephew] = await kinOf('R06', today)
    expect(nephew).toMatchObject({ relative: { code: 'R05' }, class: 'COLLATERAL_WITHIN_THREE', pattern: 'K3' })
  })

  test('by hearsay are possible only', async () => {
    expect(await kinOf('R07', today)).toMatchObject([{ relative: { code: 'R08' }, certainty: 'UNVERIFIED' }])
  })

  test('and known only by name have no code', async () => {
    expect(await kinOf('R09', today)).toMatchObject([
      { relative: { code: null, name: '李秀兰' }, class: 'DIRECT_BLOOD' },
    ])
  })

  test('were others as we knew it then', async () => {
    expect(await kinOf('R01', '2010-01-01', '2020-01-01T00:00:00Z')).toEqual([])
  })

  test('are found for a whole page in as many statements as for a few', async () => {
    const query = `query ($first: Int!) { people(authority: "${city}", code: "R", first: $first) {
      edges { node { kin(on: "${today}") { ${fields} } } } } }`
    const statementsFor = async (first: number) => {
      const { db: counted, statements } = counting(db)
      const { errors } = await graphqlOn(counted).ask(query, { first })
      expect(errors).toBeUndefined()
      return statements.length
    }
    await statementsFor(10)
    const few = await statementsFor(10)
    expect(await statementsFor(60)).toBe(few)
  })
})

describe('declarations that do not fit together', () => {
  const problem = 'code message person { code } relative { code name } ties { relation declared }'

  test('are told of a person, with the ties they rest on', async () => {
    const query = `{ person(code: "R11") { declarationProblems { ${problem} } } }`
    const { data, errors } = await graph.ask(query)
    expect(errors).toBeUndefined()
    expect(data.person.declarationProblems).toEqual([
      {
        ...{ code: 'CONTRADICTS', message: expect.stringContaining('长幼') },
        ...{ person: { code: 'R11' }, relative: { code: 'R13', name: '张13' } },
        ties: [{ relation: '堂兄', declared: true }],
      },
      expect.objectContaining({ code: 'ONE_SIDED', relative: { code: 'R13', name: '张13' } }),
    ])
    const english = await graph.ask(query, {}, { 'accept-language': 'en' })
    expect(english.data.person.declarationProblems[0].message).toContain('who was born first')
  })

  test('are told of everyone a jurisdiction manages, page after page', async () => {
    const query = `query ($first: Int!, $after: String) { jurisdiction(code: "${city}") {
      declarationProblems(first: $first, after: $after) { edges { node { ${problem} } } pageInfo { hasNextPage endCursor } } } }`
    const page = async (first: number, after: string | null) => {
      const { data, errors } = await graph.ask(query, { first, after })
      expect(errors).toBeUndefined()
      return data.jurisdiction.declarationProblems
    }
    const all = await page(50, null)
    expect(all.pageInfo.hasNextPage).toBe(false)
    const said = all.edges.map(({ node }: { node: { person: { code: string }; code: string } }) =>
      [node.person.code, node.code].join(' '),
    )
    expect(said).toEqual(expect.arrayContaining(['R11 CONTRADICTS', 'R11 ONE_SIDED', 'R13 ONE_SIDED']))
    const onebyone: unknown[] = []
    for (let after: string | null = null, next = true; next; ) {
      const { edges, pageInfo } = await page(1, after)
      onebyone.push(...edges)
      ;[after, next] = [pageInfo.endCursor, pageInfo.hasNextPage]
      expect(onebyone.length).toBeLessThanOrEqual(all.edges.length)
    }
    expect(onebyone).toEqual(all.edges)
  })
})

describe('the family class', () => {
  const asked = [
    `{ person(code: "R01") { kin(on: "${today}") { class } } }`,
    '{ person(code: "R01") { ties { relation } } }',
    '{ person(code: "R01") { declarationProblems { message } } }',
    `{ jurisdiction(code: "${city}") { declarationProblems { edges { node { message } } } } }`,
    `mutation { recordKin(input: { idempotencyKey: "no", expectedVersion: 2, person: { code: "R01" }, relation: "母亲",
      relativeName: "某" }) { __typename } }`,
  ]

  test.each(asked)('is refused in words to whoever may not see it: %s', async (query) => {
    const context = operationContext(db, new Request('http://127.0.0.1/graphql'), () => ({ family: false }))
    const { data, errors } = await execute({ schema, document: parse(query), contextValue: context })
    await context.end()
    expect(errors?.map(({ extensions, message }) => [extensions.code, message])).toEqual([
      ['FORBIDDEN', expect.stringContaining('亲属信息')],
    ])
    expect(JSON.stringify(data)).not.toContain('relation')
  })
})
