import { parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readRoster } from '../../acts/roster/reading/read-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import { answers } from '../../demo/answers.ts'
import { queries } from '../../demo/guide.ts'
import { lushan } from '../../demo/planted/lushan.ts'
import type { Roster } from '../../demo/roster-writer.ts'
import { plantings, worldRosters } from '../../demo/rosters.ts'

import { schema } from '../../schema/index.ts'

const small = { size: 240, seed: 'test' }
const sheetsOf = ({ files }: Roster) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace('.csv', ''), text]))
const linesOf = ({ files }: Roster, name: string) => (files[name] ?? '').trimEnd().split('\n').slice(1)
const staffIn = (rosters: readonly Roster[]) => {
  const open = rosters.flatMap((roster) => linesOf(roster, 'assignments.csv')).map((line) => line.split(','))
  return new Set(open.filter(([, , , to]) => to === '').map(([person]) => person)).size
}

describe('the synthetic world', () => {
  test('the same seed gives the same rosters to the byte, another seed others', () => {
    expect(worldRosters(small)).toEqual(worldRosters(small))
    expect(worldRosters({ ...small, seed: 'other' })).not.toEqual(worldRosters(small))
  })

  test('has about as many people in post as it is asked for, beside the planted ones', () => {
    const planted = plantings.flatMap(({ stories }) => stories).length
    expect(staffIn(worldRosters()) - planted).toBeGreaterThan(2800)
    expect(staffIn(worldRosters()) - planted).toBeLessThan(3300)
  })

  test.each(worldRosters(small))('the roster of $at reads without a problem or a warning', async (roster) => {
    const { problems, warnings } = await readRoster(textSource(sheetsOf(roster)))
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
  })

  test('every planted answer is about a planted person, and every planted person has one', () => {
    const stories = plantings.flatMap((planting) => planting.stories.map(({ code }) => code))
    const secretary = lushan.people.flatMap(({ code = '' }) => (code === 'JJ-T01' ? [code] : []))
    expect(new Set(answers.map(({ person }) => person))).toEqual(new Set([...stories, ...secretary]))
  })

  test.each(queries)('%s: the question can be asked', (_shows, query) => {
    expect(validate(schema, parse(query))).toEqual([])
  })
})
