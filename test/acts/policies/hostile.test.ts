import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../../acts/install-plugin.ts'
import { registerKey, revokeKey } from '../../../acts/policies/keys.ts'
import { uploadPackage } from '../../../acts/policies/upload-package.ts'
import { PolicyProblem } from '../../../acts/problem.ts'
import { hostileDocuments } from '../../../bench/hostile/corpus.ts'
import { sound, superior } from '../../../bench/hostile/sound.ts'
import { transaction } from '../../../db/transaction.ts'
import { packageBytes } from '../../../policy/index.ts'
import { hostileBelow, hostilePlaces } from '../../law/hostile/below.ts'
import { type Hands, hostileFiles } from '../../law/hostile/packages.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { everythingStored } from '../../support/everything-stored.ts'
import { unless } from '../../support/policy-desk.ts'
import { keyPair, packaged } from '../../support/sample-package.ts'

let fresh: FreshDatabase
let hands: Hands
let before: ReadonlyMap<string, string>

const stored = () => transaction(fresh.db, { mode: 'read' }, everythingStored)
const upload = (bytes: Uint8Array, unsigned = false) =>
  uploadPackage(fresh.db, 'author', { bytes, unsigned, ...(unsigned && { at: '411100' }) })

beforeAll(async () => {
  fresh = await freshDatabase()
  const keys = { nation: keyPair(), elsewhere: keyPair(), revoked: keyPair(), stranger: keyPair() }
  for (const [name, jurisdiction] of [
    ['nation', '100000'],
    ['elsewhere', '320000'],
    ['revoked', '100000'],
  ] as const) {
    const input = { jurisdiction, publicKey: keys[name].publicPem, holder: name, idempotencyKey: randomUUID() }
    unless(await registerKey(fresh.db, 'keeper', input))
  }
  const end = { key: keys.revoked.id, reason: '丢失', idempotencyKey: randomUUID() }
  unless(await revokeKey(fresh.db, 'keeper', end))
  const pem = (name: keyof typeof keys) => keys[name].privatePem
  hands = {
    nation: pem('nation'),
    elsewhere: pem('elsewhere'),
    revoked: pem('revoked'),
    stranger: pem('stranger'),
  }
  unless(await installPlugin(fresh.db, { document: superior, by: 'operator' }))
  before = await stored()
})
afterAll(() => fresh.close())

/** What came back: each code with its place, as the one who handed it in reads it. */
const toldOf = (answer: unknown): readonly string[] => {
  if (!(answer instanceof PolicyProblem)) throw new Error('It was not refused.')
  for (const { says, remedy } of answer.issues)
    for (const text of [says.zh, says.en, remedy.zh, remedy.en]) expect(text.length).toBeGreaterThan(3)
  return answer.issues.map(({ path, value }) => `${value} ${path.join('/')}`)
}

describe('a hostile file handed in is refused, at its place, and nothing is stored', () => {
  for (const { name, make, expects } of hostileFiles)
    test(name, async () => {
      const told = toldOf(await upload(make(hands)))
      const at = told.map((each) => each.replace(/ document(\/|$)/, ' '))
      expect([...told, ...at]).toContain(`${expects.code} ${expects.path}`)
      expect(await stored()).toEqual(before)
    })

  test('whatever bit of a well signed package is turned', async () => {
    const whole = packageBytes(packaged(sound, hands.nation))
    const step = Math.floor(whole.length / 150)
    for (let at = 0; at < whole.length; at += step) {
      const turned = Uint8Array.from(whole)
      turned[at] = (whole[at] ?? 0) ^ (1 << (at % 8))
      toldOf(await upload(turned))
    }
    expect(await stored()).toEqual(before)
  })
})

test('of the hostile documents handed in by the operator none is kept, and the record stays as it was', async () => {
  const wrong: string[] = []
  for (const { name, make, expects } of [...hostileDocuments, ...hostilePlaces]) {
    if (name === 'conditions a hundred thousand deep') continue // Nothing writes it as a file; brackets as deep are above.
    const json = make()
    const told = toldOf(await upload(new TextEncoder().encode(textOf(json)), true))
    // Without a format that it could be a document of, or too long for a file, it is taken for a package and is none.
    const isDocument = typeof json === 'object' && json !== null && 'format' in json
    const expected = isDocument
      ? `${expects.code} ${['document', ...stepsTo(expects.path)].join('/')}`
      : 'NOT_A_PACKAGE '
    if (!told.includes(expected) && !told.includes('TOO_LARGE ')) wrong.push(`${name}: ${told.slice(0, 3).join(', ')}`)
  }
  expect(wrong).toEqual([])
  expect(await stored()).toEqual(before)
})

const stepsTo = (path: string): readonly string[] => (path === '' ? [] : path.split('/'))

/** As a file would hold it: a number that no file can hold is written too large to be read as one. */
const textOf = (json: unknown): string =>
  JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? 'no number' : value,
  ).replaceAll('"no number"', '1e400')

describe('below a superior policy nobody installs', () => {
  for (const { name, make, expects } of [...hostileBelow, ...hostilePlaces])
    test(name, async () => {
      const answer = await installPlugin(fresh.db, { document: make(), at: '411100', by: 'operator' })
      expect(toldOf(answer)).toContain(`${expects.code} document/${expects.path}`)
      expect(await stored()).toEqual(before)
    })
})

test('the sound ones they were made from are taken', async () => {
  unless(await upload(packageBytes(packaged(sound, hands.nation))))
  unless(await installPlugin(fresh.db, { document: sound, by: 'operator' }))
  expect(await stored()).not.toEqual(before)
})
