import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readRoster } from '../../acts/roster/reading/read-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'

const lines = 20_000

/** Bytes in use once everything that can be let go is gone. */
const inUse = (): number => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const careers = (count: number): string => {
  const rows = Array.from({ length: count }, (_, n) => `C${n >> 2},P${n},${2001 + (n % 20)}-0${1 + (n % 9)},,正科级`)
  return ['person,post,from,to,level', ...rows].join('\n')
}

test('a row that was read takes a few hundred bytes, and still says what its cells say', async () => {
  await readRoster(textSource({ assignments: careers(100) }))
  const before = inUse()
  const { drafts } = await readRoster(textSource({ assignments: careers(lines) }))
  const perRow = (inUse() - before) / lines
  expect(drafts.assignments).toHaveLength(lines)
  expect(perRow).toBeLessThan(500)
  const last = drafts.assignments.at(-1)
  expect([last?.row, last?.values.level, last?.says('level')]).toEqual([lines + 1, 'section_chief', '正科级'])
  expect(drafts.assignments[300]?.says('post')).toBe('P300')
})
