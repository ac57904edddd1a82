import { describe, expect, test } from 'vitest'
import { hostileDocuments } from '../../bench/hostile/corpus.ts'
import { sound, superior } from '../../bench/hostile/sound.ts'
import { checkCases, checkPlugin, limits, type PluginProblem } from '../../policy/index.ts'

const problemsOf = (json: unknown): readonly PluginProblem[] => {
  const checked = checkPlugin(json)
  return 'problems' in checked ? checked.problems : checkCases(checked.plugin)
}

test('the documents they are made from are sound', () => {
  for (const document of [sound, superior]) {
    expect(checkPlugin(JSON.parse(JSON.stringify(document)))).toEqual({ plugin: document })
    expect(checkCases(document)).toEqual([])
  }
})

test('they are many, and no two have one name', () => {
  expect(hostileDocuments.length).toBeGreaterThan(260)
  expect(new Set(hostileDocuments.map(({ name }) => name)).size).toBe(hostileDocuments.length)
})

describe('a document is refused at its place, with what to do in both languages', () => {
  for (const { name, make, expects } of hostileDocuments)
    test(`for ${name}`, () => {
      const problems = problemsOf(make())
      expect(problems.map(({ code, path }) => `${code} ${path.join('/')}`)).toContain(`${expects.code} ${expects.path}`)
      expect(problems.length).toBeLessThanOrEqual(limits.problems + 1)
      for (const { message, remedy } of problems)
        for (const text of [message.zh, message.en, remedy.zh, remedy.en]) {
          expect(text.length).toBeGreaterThan(3)
          expect(text.length).toBeLessThan(5000)
        }
    })
})
