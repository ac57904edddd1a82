import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyIdOf, readPublicKey, signManifest, verifySignature } from '../../acts/policies/signature.ts'
import { type Manifest, packageBytes, readPackageFile, type Signature } from '../../policy/index.ts'
import { keyPair, manifestOf, packaged } from '../support/sample-package.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const [office, stranger] = [keyPair(), keyPair()]
const manifest = manifestOf(samplePlugin)

const signed = (privatePem: string, what: Manifest): Signature => {
  const signature = signManifest(privatePem, what)
  if (signature === null) throw new Error('not signed')
  return signature
}

const rawOf = (publicPem: string): Uint8Array => readPublicKey(publicPem)?.raw ?? new Uint8Array()

test('what an office signs, its public key verifies, and no other key does', () => {
  const signature = signed(office.privatePem, manifest)
  expect(signature).toMatchObject({ algorithm: 'ed25519', key: office.id })
  expect(verifySignature(rawOf(office.publicPem), manifest, signature)).toBe(true)
  expect(verifySignature(rawOf(stranger.publicPem), manifest, signature)).toBe(false)
  expect(verifySignature(rawOf(stranger.publicPem), manifest, { ...signature, key: stranger.id })).toBe(false)
})

test('a signature holds for one manifest only: not for another place, sequence, day or document', () => {
  const signature = signed(office.privatePem, manifest)
  for (const more of [{ target: '411000' }, { sequence: 2 }, { signedOn: '2026-11-02' }, { digest: 'f'.repeat(64) }])
    expect(verifySignature(rawOf(office.publicPem), { ...manifest, ...more }, signature)).toBe(false)
})

test('a public key reads the same from PEM and from the base64 of its raw bytes, and is named after them', () => {
  const read = readPublicKey(office.publicPem)
  expect(read?.id).toBe(keyIdOf(rawOf(office.publicPem)))
  expect(readPublicKey(`${Buffer.from(rawOf(office.publicPem)).toString('base64')}\n`)).toEqual(read)
})

describe('what is no key to verify or sign with is said to be none', () => {
  test.each(['', 'hello', 'AAAA', '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----', office.privatePem])(
    '%j',
    (text) => expect(readPublicKey(text)).toBeNull(),
  )
  test('a public key does not sign', () => expect(signManifest(office.publicPem, manifest)).toBeNull())
})

test('no byte of a signed package can be changed, cut out or put in without its being refused', () => {
  const bytes = packageBytes(packaged(samplePlugin, office.privatePem))
  const accepted = (file: Uint8Array) => {
    const read = readPackageFile(file)
    if ('problems' in read) return false
    const [signature] = read.package.signatures
    return signature !== undefined && verifySignature(rawOf(office.publicPem), read.package.manifest, signature)
  }
  expect(accepted(bytes)).toBe(true)
  const place = fc.integer({ min: 0, max: bytes.length - 1 })
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (at, flip) => {
      expect(accepted(bytes.map((byte, i) => (i === at ? byte ^ flip : byte)))).toBe(false)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 255 }), (at, byte) => {
      expect(accepted(Uint8Array.of(...bytes.subarray(0, at), byte, ...bytes.subarray(at)))).toBe(false)
      expect(accepted(Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1)))).toBe(false)
    }),
    { numRuns: 100 },
  )
})

test('every single byte of a signed package counts', () => {
  const bytes = packageBytes(packaged(samplePlugin, office.privatePem))
  const passed = [...bytes.keys()].filter((at) => {
    const read = readPackageFile(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)))
    if ('problems' in read) return false
    return read.package.signatures.some((each) => verifySignature(rawOf(office.publicPem), read.package.manifest, each))
  })
  expect(passed).toEqual([])
})
