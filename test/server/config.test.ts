import { describe, expect, test } from 'vitest'
import { languageOf } from '../../schema/language.ts'
import { readConfig } from '../../server/config.ts'

describe('what the surroundings say', () => {
  test('nothing: the embedded database, port 4000, the demo, GraphiQL', () => {
    expect(readConfig({})).toMatchObject({ port: 4000, databaseUrl: null, demo: true, development: true })
  })

  test('a database of one’s own is never filled with the demo unless asked', () => {
    const DATABASE_URL = 'postgres://app@db/cadre'
    expect(readConfig({ DATABASE_URL }).demo).toBe(false)
    expect(readConfig({ DATABASE_URL, CADRE_DEMO: 'on' }).demo).toBe(true)
    expect(readConfig({ DATABASE_URL }).databaseOwnerUrl).toBe(DATABASE_URL)
  })

  test('in production there is no GraphiQL; an empty setting is none', () => {
    expect(readConfig({ NODE_ENV: 'production', PORT: '', CADRE_DEMO: 'off' })).toMatchObject({
      development: false,
      port: 4000,
      demo: false,
    })
  })

  test.each([{ PORT: 'http' }, { PORT: '70000' }, { CADRE_DEMO: 'yes' }])('%j is refused with what to give', (env) => {
    expect(() => readConfig(env)).toThrow(/give/)
  })
})

describe('the language of an answer', () => {
  test.each([
    [null, 'zh'],
    ['', 'zh'],
    ['de-DE', 'zh'],
    ['en', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['de, en-GB;q=0.8, zh;q=0.5', 'en'],
    ['en;q=0', 'zh'],
  ])('%j: %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})
