import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { choices } from '../../plugins/reference/advice.ts'
import { conditions } from '../../plugins/reference/format.ts'
import { pluginReference } from '../../plugins/reference/page.ts'
import { conditionWords, duties, pluginJsonSchema, printedFormat } from '../../policy/index.ts'

interface Place {
  readonly path: string
  readonly schema: Readonly<Record<string, unknown>>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every named place of the format: the members of each object, wherever the object stands. */
const placesIn = (value: unknown, path: string): readonly Place[] => {
  if (Array.isArray(value)) return value.flatMap((member, i) => placesIn(member, `${path}/${i}`))
  if (!isObject(value)) return []
  const own = isObject(value.properties)
    ? Object.entries(value.properties).map(([name, schema]) => ({
        path: `${path}/${name}`,
        schema: isObject(schema) ? schema : {},
      }))
    : []
  return [...own, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, `${path}/${key}`))]
}

const places = placesIn(pluginJsonSchema(), '')
const described = ({ schema }: Place) => String(schema.description ?? '')

test('the published format tells of every place what it means, in Chinese and in English', () => {
  expect(places.length).toBeGreaterThan(150)
  const silent = places.filter(
    (place) => !/\p{Script=Han}.*[。][^\p{Script=Han}]*[A-Za-z]{2}.*\.$/su.test(described(place)),
  )
  expect(silent.map(({ path, schema }) => `${path}: ${String(schema.description)}`)).toEqual([])
})

test('every closed list of words gives the Chinese term of each', () => {
  const definitions = Object.entries(pluginJsonSchema().$defs ?? {})
  const lists = definitions.filter(([, { enum: words }]) => words !== undefined)
  expect(lists.length).toBeGreaterThan(15)
  const silent = lists.filter(([, { enum: words = [], description = '' }]) =>
    words.some((word) => !new RegExp(`(?:^|；)${String(word)} \\p{Script=Han}`, 'u').test(description)),
  )
  expect(silent).toEqual([])
})

test('docs/plugin-reference.md is what the code prints, with every condition: print it again with `npm run plugins`', () => {
  expect(readFileSync('docs/plugin-reference.md', 'utf8')).toBe(pluginReference())
  expect(
    conditions()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(conditionWords.toSorted())
  const advised = [...choices.matchAll(/\| `(\w+)` \|/g)].map(([, word]) => word)
  expect(advised.length).toBeGreaterThan(5)
  expect(Object.keys(duties)).toEqual(expect.arrayContaining(advised))
})

test('docs/plugin.schema.json is what the code prints: print it again with `npm run plugins`', () => {
  expect(readFileSync('docs/plugin.schema.json', 'utf8')).toBe(printedFormat())
})
