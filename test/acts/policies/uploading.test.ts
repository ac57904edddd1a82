import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RegisterKey, registerKey, revokeKey } from '../../../acts/policies/keys.ts'
import { uploadPackage } from '../../../acts/policies/upload-package.ts'
import { KnownProblem, PolicyProblem } from '../../../acts/problem.ts'
import { packagesOf } from '../../../db/queries/policies.ts'
import { policyDocuments } from '../../../db/queries/policy-documents.ts'
import { digestOf, packageBytes } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { city, Desk, unless } from '../../support/policy-desk.ts'
import { keyPair, packaged } from '../../support/sample-package.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

let fresh: FreshDatabase
let desk: Desk
const keys = { province: keyPair(), sister: keyPair(), stranger: keyPair(), old: keyPair() }
const document = tenurePolicy(10)

const register = (said: Partial<RegisterKey>) =>
  registerKey(desk.db, 'keeper', {
    jurisdiction: '410000',
    publicKey: keys.province.publicPem,
    holder: '省委组织部',
    idempotencyKey: randomUUID(),
    ...said,
  })

beforeAll(async () => {
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
  unless(await register({}))
  unless(await register({ jurisdiction: '410100', publicKey: keys.sister.publicPem }))
  const old = unless(await register({ publicKey: keys.old.publicPem }))
  unless(await revokeKey(desk.db, 'keeper', { key: old.key, reason: '到期', idempotencyKey: randomUUID() }))
})
afterAll(() => fresh.close())

const issuesOf = (problem: KnownProblem) => (problem instanceof PolicyProblem ? problem.issues : [])
const refused = async (bytes: Uint8Array, unsigned = false) =>
  issuesOf(await desk.refused(() => uploadPackage(desk.db, 'author', { bytes, unsigned })))

describe('a package is taken', () => {
  test('signed by a key of its place or of one above; its document and itself are kept', async () => {
    const uploaded = unless(await desk.upload(document, {}, keys.province.privatePem))
    expect(uploaded).toMatchObject({
      digest: digestOf(document),
      plugin: 'example',
      version: '10.0.0',
      target: city,
      sequence: 1,
      signedBy: [keys.province.id],
    })
    const [kept] = await desk.read((tx) => packagesOf(tx, uploaded.digest))
    expect(kept).toMatchObject({ id: uploaded.id, uploadedBy: 'author', manifest: { target: city } })
    expect(await desk.read((tx) => policyDocuments(tx, [uploaded.digest]))).toMatchObject([{ document }])
  })

  test('once: the same file sent again is the same package', async () => {
    const [first, again] = [unless(await desk.upload(document)), unless(await desk.upload(document))]
    expect(again).toEqual(first)
  })

  test('also when one of its signers is trusted no longer, as long as another is', async () => {
    const own = packaged(document, keys.province.privatePem, { sequence: 7 })
    const theirs = packaged(document, keys.old.privatePem, { sequence: 7 })
    const bytes = packageBytes({ ...own, signatures: [...theirs.signatures, ...own.signatures] })
    const { signedBy } = unless(await uploadPackage(desk.db, 'author', { bytes }))
    expect(signedBy).toEqual([keys.province.id])
  })

  test('unsigned, and even bare, from the operator at the machine: with the next sequence', async () => {
    const bare = Buffer.from(JSON.stringify(tenurePolicy(9)))
    const first = unless(await uploadPackage(desk.db, 'operator', { bytes: bare, unsigned: true }))
    expect(first).toMatchObject({ target: city, sequence: 8, signedBy: [] })
    expect(unless(await uploadPackage(desk.db, 'operator', { bytes: bare, unsigned: true }))).toEqual(first)
    const { jurisdiction: _, ...template } = tenurePolicy(9)
    const bytes = Buffer.from(JSON.stringify(template))
    expect(await refused(bytes, true)).toMatchObject([{ path: ['at'] }])
    const mine = keyPair()
    const { key } = unless(await register({ publicKey: mine.publicPem }))
    const signed = tenurePolicy(12)
    unless(await desk.upload(signed, { sequence: 20 }, mine.privatePem))
    const again = () =>
      uploadPackage(desk.db, 'operator', { bytes: Buffer.from(JSON.stringify(signed)), unsigned: true })
    expect(unless(await again())).toMatchObject({ sequence: 20, signedBy: [key] })
    unless(await revokeKey(desk.db, 'keeper', { key, reason: '遗失', idempotencyKey: randomUUID() }))
    expect(unless(await again())).toMatchObject({ sequence: 21, signedBy: [] })
    const bound = unless(await uploadPackage(desk.db, 'operator', { bytes, unsigned: true, at: '410300' }))
    expect(bound).toMatchObject({ target: '410300', sequence: 1 })
  })
})

describe('a package is refused, and nothing is kept', () => {
  const signed = (pem: string | null) => packageBytes(packaged(document, pem))

  test('when nobody signed it', async () => {
    expect(await refused(signed(null))).toMatchObject([{ value: 'UNSIGNED', path: ['signatures'] }])
  })

  test.each([
    ['nobody registered', keys.stranger],
    ['of another city', keys.sister],
  ])('when it is signed with a key %s', async (_, { privatePem }) => {
    expect(await refused(signed(privatePem))).toMatchObject([
      { value: 'UNKNOWN_KEY_ID', path: ['signatures', '0', 'key'] },
    ])
  })

  test('when its only key was revoked', async () => {
    expect(await refused(signed(keys.old.privatePem))).toMatchObject([{ value: 'REVOKED_KEY' }])
  })

  test('when a bare document comes from anyone but the operator', async () => {
    expect(await refused(Buffer.from(JSON.stringify(document)))).toMatchObject([{ value: 'NOT_A_PACKAGE' }])
  })

  test('when its own cases do not come out as they say', async () => {
    const cases = document.cases.map((each) => ({ ...each, on: '2025-01-01' }))
    const problems = await refused(packageBytes(packaged({ ...document, cases }, desk.key.privatePem)))
    expect(problems[0]).toMatchObject({ value: 'CASE_FAILS', path: ['document', 'cases', '0', 'expect', 'tenure'] })
  })

  test('when any byte of it was changed', async () => {
    const bytes = signed(desk.key.privatePem)
    const before = await desk.read((tx) => packagesOf(tx, digestOf(document)))
    // Every seventh: with the length of a package no power of it, all kinds of places are hit.
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte))
      expect(await uploadPackage(desk.db, 'author', { bytes: flipped })).toBeInstanceOf(KnownProblem)
    }
    expect(await desk.read((tx) => packagesOf(tx, digestOf(document)))).toEqual(before)
  })
})

describe('a key is registered', () => {
  test.each([
    ['for a place that is none', { jurisdiction: '999999' }, 'jurisdiction'],
    ['that is no public key', { publicKey: 'c29tZXRoaW5n' }, 'publicKey'],
    ['that is a private key', { publicKey: keyPair().privatePem }, 'publicKey'],
    ['that nobody holds', { holder: ' ', publicKey: keyPair().publicPem }, 'holder'],
    ['a second time', {}, 'publicKey'],
  ])('never one %s', async (_, said, member) => {
    expect(await desk.refused(() => register(said))).toMatchObject({ code: 'VALIDATION', path: ['input', member] })
  })

  test('and revoked only with a reason', async () => {
    const input = { key: keys.sister.id, reason: '', idempotencyKey: randomUUID() }
    const answer = await desk.refused(() => revokeKey(desk.db, 'keeper', input))
    expect(answer).toMatchObject({ code: 'VALIDATION', path: ['input', 'reason'] })
  })
})
