import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCases, checkPlugin, type PluginProblem } from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'
import { caseRefusals } from './case-refusals.ts'
import { delegatedRefusals } from './delegated-refusals.ts'
import { cite, refusals } from './refusals.ts'

const problemsOf = (document: unknown): readonly PluginProblem[] => {
  const checked = checkPlugin(document)
  return 'problems' in checked ? checked.problems : []
}

const put = (value: unknown, path: readonly string[], to: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? put(item, rest, to) : item))
  const own = Object(value)
  return { ...own, [key]: put(own[key], rest, to) }
}

/** The sample with one place changed; `undefined` takes the key away. */
const changed = (path: string, to: unknown): unknown =>
  JSON.parse(JSON.stringify(put(samplePlugin, path === '' ? [] : path.split('/'), to)))

test('a sound document comes back as it was', () => {
  expect(checkPlugin(JSON.parse(JSON.stringify(samplePlugin)))).toEqual({ plugin: samplePlugin })
  expect(checkCases(samplePlugin)).toEqual([])
})

test('a document without rules, every clause left to people, is sound', () => {
  expect(problemsOf({ ...samplePlugin, rules: [], cases: [] })).toEqual([])
})

describe('a document is refused', () => {
  for (const [name, path, to, code, at = path] of [...refusals, ...caseRefusals, ...delegatedRefusals])
    test(`${name}, and its author told what to do in both languages`, () => {
      const problems = problemsOf(changed(path, to))
      expect(problems.map((problem) => [problem.code, problem.path.join('/')])).toContainEqual([code, at])
      for (const { message, remedy } of problems)
        for (const text of [message.zh, message.en, remedy.zh, remedy.en]) expect(text.length).toBeGreaterThan(3)
    })

  test('when a condition has two keys, and told that it has one', () => {
    const [found] = problemsOf(changed('rules/0/when', { ref: 'x', not: { held: {} } }))
    expect(found).toMatchObject({
      code: 'UNKNOWN_CONDITION',
      message: { zh: '一个条件只能有一个键，这里有 2 个：`ref`, `not`。' },
      remedy: { zh: expect.stringContaining('all: [{ ref: … }, { not: … }]') },
    })
  })

  test('when more than thirty-two dated pieces would have to be judged', () => {
    const values = Array.from({ length: 33 }, (_, i) => ({ from: `${1980 + i}-01-01`, value: 'P10Y', cite }))
    expect(problemsOf(changed('parameters/years/values', values)).map(({ code }) => code)).toEqual(['TOO_LARGE'])
  })

  test('when it is nested so deeply that reading it would exhaust the machine', () => {
    let deep: unknown = { held: {} }
    for (let i = 0; i < 100_000; i += 1) deep = { not: deep }
    expect(problemsOf({ ...samplePlugin, definitions: { deep } }).map(({ code }) => code)).toEqual(['TOO_LARGE'])
  })

  test('when doubling definitions hide a cost no one could pay', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`d${i + 1}`, { all: [{ ref: `d${i}` }, { ref: `d${i}` }] }]),
    )
    const document = { ...samplePlugin, definitions: { d0: { held: {} }, ...doubling } }
    const [rule] = samplePlugin.rules
    expect(problemsOf({ ...document, rules: [{ ...rule, when: { ref: 'd60' } }] }).map(({ code }) => code)).toContain(
      'TOO_LARGE',
    )
  })

  test('with every problem at once, not the first alone', () => {
    const twice = put(
      changed('rules/0/cite/instrument', 'other'),
      ['parameters', 'years', 'values', '1', 'from'],
      '2014-01-01',
    )
    expect(problemsOf(twice).map(({ code }) => code)).toEqual(['UNKNOWN_INSTRUMENT', 'DESCENDING_DATES'])
  })

  test('with every wrong place of one condition, each at its place', () => {
    const when = {
      all: [{ held: { seat: ['throne'] } }, { age: { atLeast: 'old' } }, { held: { capacity: 'formal' } }],
    }
    expect(problemsOf(changed('rules/0/when', when)).map(({ code, path }) => [code, path.slice(3).join('/')])).toEqual([
      ['UNKNOWN_WORD', 'all/0/held/seat/0'],
      ['MALFORMED', 'all/1/age/atLeast'],
      ['MALFORMED', 'all/2/held/capacity'],
    ])
  })

  test('when its own case does not come out, naming case, rule, expected and found', () => {
    const failing = { ...samplePlugin, cases: samplePlugin.cases.map((worked) => ({ ...worked, on: '2021-01-01' })) }
    const [problem, ...others] = checkCases(failing)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'CASE_FAILS', path: ['cases', '1', 'expect', 'same-post'] })
    expect(problem?.message.en).toContain('should say passes and says binds')
  })
})

describe('whatever is handed in', () => {
  test('the answer is a list of problems, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(problemsOf(value).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('a sound document with one place spoilt is judged without exception', () => {
    const places = [
      'id',
      'rules',
      'rules/0',
      'rules/0/when',
      'rules/0/per',
      'parameters',
      'parameters/years/values',
      'definitions',
      'cases/0',
      'cases/0/career/0',
      'instruments/0/inForce',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 }), (place, value) => {
        expect(() => checkPlugin(changed(place, value))).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  test('a key that JavaScript treats specially is an unknown name like any other', () => {
    const tricky = JSON.parse(JSON.stringify(samplePlugin).replace('"ref":"leads"', '"ref":"constructor"'))
    expect(problemsOf(tricky).map(({ code }) => code)).toContain('UNKNOWN_DEFINITION')
  })
})
