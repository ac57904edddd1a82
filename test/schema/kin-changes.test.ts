import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { city, loadWorld } from '../support/world.ts'

let graph: Asking

beforeAll(async () => {
  const { db } = await freshDatabase()
  await loadWorld(db)
  graph = graphqlOn(db)
})

const tieFields = 'id relation kind from to endedBy verified declared source relative { code name }'
const refusals = `... on Problem { __typename code path message remedy }
  ... on ValidationProblem { issues { path value code message remedy } } ... on AmbiguousCodeProblem { candidates }`

const mutate = async (name: 'recordKin' | 'correctKin', input: object) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`
  const query = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) {
    ... on ${type}Payload { __typename person { version } tie { ${tieFields} } } ${refusals} } }`
  const { data, errors } = await graph.ask(query, { input })
  expect(errors).toBeUndefined()
  return data.result
}

const look = async (code: string, knownAt: string | null = null) => {
  const query = `query ($code: String!, $knownAt: DateTime) { person(code: $code, at: "${city}") {
    version ties(knownAt: $knownAt) { ${tieFields} recordedFrom } } }`
  const { data, errors } = await graph.ask(query, { code, knownAt })
  expect(errors).toBeUndefined()
  return data.person
}

let keys = 0
const key = () => `kin-${++keys}`

/** Odd numbers of the small world are men, even ones women. */
const record = async (person: string, rest: object) =>
  mutate('recordKin', {
    idempotencyKey: key(),
    expectedVersion: (await look(person)).version,
    person: { code: person },
    ...rest,
  })

const correct = async (person: string, tie: string, rest: object) =>
  mutate('correctKin', { idempotencyKey: key(), expectedVersion: (await look(person)).version, tie, ...rest })

describe('a tie of kinship recorded', () => {
  test('stands on both files, and both are a version further', async () => {
    const before = await look('R02')
    const result = await record('R01', {
      relation: '妻',
      relative: { code: 'R02' },
      from: '2005-03',
      source: '本人申报',
    })
    expect(result).toMatchObject({
      __typename: 'RecordKinPayload',
      person: { version: 2 },
      tie: { relation: 'spouse', from: '2005-03', to: null, verified: true, declared: true, relative: { code: 'R02' } },
    })
    const after = await look('R02')
    expect(after.version).toBe(before.version + 1)
    expect(after.ties).toMatchObject([{ relation: 'spouse', declared: false, relative: { code: 'R01' } }])
  })

  test('of parent and child reads the other way round from the other side', async () => {
    await record('R03', { relation: '养女', relative: { code: 'R04' }, kind: null }).then((refused) =>
      // Both were born in 1980, she a month after him.
      expect(refused).toMatchObject({ tie: { relation: 'child', kind: 'ADOPTIVE' } }),
    )
    expect((await look('R04')).ties).toMatchObject([{ relation: 'parent', kind: 'ADOPTIVE', declared: false }])
  })

  test('to someone known only by name gives them a file, and keeps a declared term with its word', async () => {
    const result = await record('R05', { relation: '堂兄', relativeName: '张大民', verified: false })
    expect(result.tie).toMatchObject({ relation: '堂兄', verified: false, relative: { code: null, name: '张大民' } })
    const again = await record('R05', { relation: '堂兄', relativeName: '张大民' })
    expect(again).toMatchObject({
      code: 'VALIDATION',
      issues: [{ code: 'SAME_TIE_TWICE', path: ['input', 'relativeName'] }],
    })
  })

  test('is recorded once for one key', async () => {
    const { version } = await look('R06')
    const input = {
      ...{ idempotencyKey: key(), expectedVersion: version, person: { code: 'R06' } },
      ...{ relation: '母亲', relativeName: '王秀兰' },
    }
    const first = await mutate('recordKin', input)
    expect(first.__typename).toBe('RecordKinPayload')
    expect(await mutate('recordKin', input)).toEqual(first)
    expect((await look('R06')).ties).toHaveLength(1)
  })

  test('may be declared by the other side as well, in the same words', async () => {
    await record('R07', { relation: '配偶', relative: { code: 'R08' }, from: '2006-01-01' })
    await record('R08', { relation: '丈夫', relative: { code: 'R07' }, from: '2006' })
    expect((await look('R08')).ties).toMatchObject([{ declared: true, from: '2006' }])
    expect((await look('R07')).ties).toMatchObject([{ declared: true, from: '2006-01-01' }])
  })
})

describe('a tie of kinship corrected', () => {
  test('ends on both files, and what we believed before stays readable', async () => {
    await record('R11', { relation: '妻', relative: { code: 'R12' }, from: '2005-03' })
    const [tie] = (await look('R11')).ties
    const result = await correct('R11', tie.id, { to: '2020-06-01', endedBy: 'DIVORCE' })
    expect(result.tie).toMatchObject({ from: '2005-03', to: '2020-06-01', endedBy: 'DIVORCE' })
    const hers = await look('R12')
    expect([hers.version, hers.ties]).toMatchObject([3, [{ to: '2020-06-01', endedBy: 'DIVORCE' }]])
    const then = new Date(Date.parse(hers.ties[0].recordedFrom) - 1).toISOString()
    expect((await look('R12', then)).ties).toMatchObject([{ to: null, endedBy: null }])
  })

  test('from the side that did not declare it is corrected all the same', async () => {
    await record('R13', { relation: '妻', relative: { code: 'R14' }, from: '2005' })
    const [mirror] = (await look('R14')).ties
    const result = await correct('R14', mirror.id, { from: '2005-03-01' })
    expect(result.tie).toMatchObject({ declared: false, from: '2005-03-01', relative: { code: 'R13' } })
    expect((await look('R13')).ties).toMatchObject([{ declared: true, from: '2005-03-01' }])
    expect(await correct('R14', result.tie.id, { relation: 'parent' })).toMatchObject({
      code: 'VALIDATION',
      remedy: expect.stringContaining('KinTie:'),
    })
  })

  test('is corrected in both declarations when both said the same', async () => {
    await record('R15', { relation: '妻', relative: { code: 'R16' }, from: '2005' })
    await record('R16', { relation: '夫', relative: { code: 'R15' }, from: '2005' })
    const [tie] = (await look('R15')).ties
    await correct('R15', tie.id, { to: '2019', endedBy: 'DIVORCE' })
    expect((await look('R16')).ties).toMatchObject([{ declared: true, to: '2019', endedBy: 'DIVORCE' }])
  })

  test('to another relative leaves nothing with the first', async () => {
    await record('R17', { relation: '表姐', relative: { code: 'R18' } })
    const [tie] = (await look('R17')).ties
    const result = await correct('R17', tie.id, { relation: '堂姐', relative: { code: 'R20' } })
    expect(result.tie).toMatchObject({ relation: '堂姐', relative: { code: 'R20' } })
    expect([(await look('R18')).ties, (await look('R20')).ties]).toMatchObject([[], [{ relation: '堂姐' }]])
  })

  test('that never was is taken out of both files', async () => {
    await record('R21', { relation: '妻', relative: { code: 'R22' } })
    const [tie] = (await look('R21')).ties
    expect(await correct('R21', tie.id, { withdrawn: true })).toMatchObject({ tie: null })
    expect([(await look('R21')).ties, (await look('R22')).ties]).toEqual([[], []])
    expect(await correct('R21', tie.id, { from: '2001' })).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'tie'] })
  })

  test('to an end before the start on file is refused', async () => {
    const { tie } = await record('R25', { relation: '妻', relative: { code: 'R26' }, from: '2005-03-01' })
    const before = await look('R25')
    const refused = await correct('R25', tie.id, { to: '2004-01-01', endedBy: 'DIVORCE' })
    expect(refused).toMatchObject({ issues: [{ path: ['input', 'to'], value: '2004-01-01' }] })
    expect(await look('R25')).toEqual(before)
  })

  test('to a step-father who supported the child makes him a parent', async () => {
    const { tie } = await record('R27', { relation: '继父', relativeName: '孙某' })
    expect(tie).toMatchObject({ relation: '继父', kind: null })
    const result = await correct('R27', tie.id, { kind: 'STEP_SUPPORTED' })
    expect(result.tie).toMatchObject({ relation: 'parent', kind: 'STEP_SUPPORTED', relative: { name: '孙某' } })
  })

  test('to what it says already is refused', async () => {
    await record('R23', { relation: '妻', relative: { code: 'R24' }, from: '2005' })
    const [tie] = (await look('R23')).ties
    expect(await correct('R23', tie.id, { from: '2005' })).toMatchObject({ code: 'VALIDATION', path: ['input'] })
  })
})

describe('a tie that cannot be true is refused with the word for it, and nothing is written', () => {
  beforeAll(async () => {
    await record('R31', { relation: '妻', relative: { code: 'R32' }, from: '2005' })
    await record('R31', { relation: '父亲', relativeName: '张一' })
    await record('R31', { relation: '母亲', relativeName: '李一' })
  })

  test.each([
    ['their own spouse', 'R33', { relation: '配偶', relative: { code: 'R33' } }, 'KIN_TO_SELF', 'relative'],
    ['a second wife', 'R31', { relation: '妻', relative: { code: 'R34' }, from: '2010' }, 'TWO_SPOUSES', 'relative'],
    ['a husband’s second wife', 'R34', { relation: '夫', relative: { code: 'R31' } }, 'TWO_SPOUSES', 'relative'],
    ['a third parent', 'R31', { relation: 'parent', relativeName: '某' }, 'THIRD_BIRTH_PARENT', 'relativeName'],
    [
      'a father who is a woman',
      'R36',
      { relation: '父亲', relative: { code: 'R46' } },
      'WRONG_SEX_FOR_RELATION',
      'relation',
    ],
    [
      'a wife’s father of a woman',
      'R34',
      { relation: '岳父', relativeName: '某' },
      'WRONG_SEX_FOR_RELATION',
      'relation',
    ],
    ['a younger father', 'R28', { relation: '父亲', relative: { code: 'R35' } }, 'PARENT_NOT_OLDER', 'relative'],
    [
      'a divorced father',
      'R33',
      { relation: '父亲', relativeName: '某', to: '2001', endedBy: 'DIVORCE' },
      'END_MISPLACED',
      'endedBy',
    ],
    [
      'a divorce on no day',
      'R33',
      { relation: '妻', relativeName: '某', endedBy: 'DIVORCE' },
      'REQUIRED_MISSING',
      'to',
    ],
    ['no known word', 'R33', { relation: '表哥哥', relativeName: '某' }, 'UNKNOWN_RELATION', 'relation'],
    [
      'other days than the other side',
      'R32',
      { relation: '夫', relative: { code: 'R31' }, from: '2006' },
      'SAME_TIE_TWICE',
      'relative',
    ],
  ] as const)('%s', async (_, person, rest, code, field) => {
    const before = await look(person)
    const refused = await record(person, rest)
    expect(refused).toMatchObject({ __typename: 'ValidationProblem', code: 'VALIDATION' })
    expect(refused.issues).toContainEqual(expect.objectContaining({ code, path: ['input', field] }))
    expect(refused.issues.map((issue: { code: string }) => issue.code)).toEqual([code])
    expect(await look(person)).toEqual(before)
  })

  test('an end before the start', async () => {
    const refused = await record('R33', { relation: '妻', relativeName: '某', from: '2010', to: '2005' })
    expect(refused).toMatchObject({ issues: [{ path: ['input', 'to'], value: '2005' }] })
  })

  test('a relative whom nobody knows, and one named twice', async () => {
    expect(await record('R33', { relation: '妻', relative: { code: 'NOBODY' } })).toMatchObject({
      __typename: 'NotFoundProblem',
      path: ['input', 'relative'],
    })
    const twice = { relation: '妻', relative: { code: 'R34' }, relativeName: '某' }
    expect(await record('R33', twice)).toMatchObject({ code: 'VALIDATION', path: ['input', 'relative'] })
  })

  test('a file that has changed since it was seen', async () => {
    const input = { idempotencyKey: key(), expectedVersion: 99, person: { code: 'R33' } }
    expect(await mutate('recordKin', { ...input, relation: '妻', relative: { code: 'R34' } })).toMatchObject({
      code: 'VERSION_CHANGED',
    })
  })

  test('of two who marry the same at the same moment, the later', async () => {
    const answers = await Promise.all(
      ['R53', 'R55'].map((man) => record(man, { relation: '妻', relative: { code: 'R54' }, from: '2010-01-01' })),
    )
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['RecordKinPayload', 'ValidationProblem'])
    expect((await look('R54')).ties).toHaveLength(1)
  })

  test('a circle of parents that a correction would close', async () => {
    await record('R51', { relation: '养父', relative: { code: 'R47' } })
    const { tie } = await record('R47', { relation: '表弟', relative: { code: 'R51' } })
    const before = await look('R47')
    const refused = await correct('R47', tie.id, { relation: '父亲' })
    expect(refused.issues).toContainEqual(
      expect.objectContaining({ code: 'KIN_CYCLE', message: expect.stringContaining('`R47` → `R51` → `R47`') }),
    )
    expect(await look('R47')).toEqual(before)
  })
})
