import { describe, expect, test } from 'vitest'
import { manifestBytes, type PluginProblem, packageBytes, readPackage, readPackageFile } from '../../policy/index.ts'
import { packaged } from '../support/sample-package.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const sound = packaged()

const copy = (more: Readonly<Record<string, unknown>>): unknown => JSON.parse(JSON.stringify({ ...sound, ...more }))
const withManifest = (more: Readonly<Record<string, unknown>>) => copy({ manifest: { ...sound.manifest, ...more } })
const withDocument = (more: Readonly<Record<string, unknown>>) => copy({ document: { ...samplePlugin, ...more } })

const problemsOf = (json: unknown): readonly PluginProblem[] => {
  const read = readPackage(json)
  return 'problems' in read ? read.problems : []
}

test('a sound package comes back as it was, from its object and from its file', () => {
  expect(readPackage(copy({}))).toEqual({ package: sound })
  expect(readPackageFile(packageBytes(sound))).toEqual({ package: sound })
})

test('a signature covers the canonical bytes of the manifest: its order of keys means nothing', () => {
  const { plugin, version, ...rest } = sound.manifest
  expect(manifestBytes({ ...rest, version, plugin })).toEqual(manifestBytes(sound.manifest))
})

const key = 'a'.repeat(32)
const signature = { algorithm: 'ed25519', key, signature: 'AA==' }

describe('a package is refused', () => {
  test.each<readonly [name: string, json: unknown, code: string, path: string]>([
    ['that is a bare document', samplePlugin, 'NOT_A_PACKAGE', ''],
    ['that is no object', 'package', 'NOT_A_PACKAGE', ''],
    ['that is nothing', null, 'NOT_A_PACKAGE', ''],
    ['of a later form', copy({ package: 2 }), 'UNKNOWN_FORMAT', 'package'],
    ['around a document of a later format', withDocument({ format: 2 }), 'UNKNOWN_FORMAT', 'document/format'],
    [
      'whose signer knew only later formats',
      withManifest({ format: { from: 2, to: 3 } }),
      'UNKNOWN_FORMAT',
      'manifest/format',
    ],
    ['with a key nobody knows', copy({ note: 'x' }), 'UNKNOWN_KEY', ''],
    ['without a manifest that says a sequence', withManifest({ sequence: undefined }), 'MISSING', 'manifest/sequence'],
    ['with a sequence of nought', withManifest({ sequence: 0 }), 'MALFORMED', 'manifest/sequence'],
    ['signed on no day of the calendar', withManifest({ signedOn: '2026-02-30' }), 'BAD_DAY', 'manifest/signedOn'],
    [
      'around a document changed after packing',
      withDocument({ reviewedOn: '2026-11-02' }),
      'BAD_DIGEST',
      'manifest/digest',
    ],
    ['that gives another id', withManifest({ plugin: 'other' }), 'BAD_DIGEST', 'manifest/plugin'],
    ['that gives another version', withManifest({ version: '9.0.0' }), 'BAD_DIGEST', 'manifest/version'],
    [
      'for a province when the document is of a municipality',
      withManifest({ target: '410000' }),
      'WRONG_LEVEL',
      'manifest/target',
    ],
    ['for a place that is not', withManifest({ target: 'x' }), 'MALFORMED', 'manifest/target'],
    ['around an unsound document', withDocument({ version: 'one' }), 'MALFORMED', 'document/version'],
    [
      'signed in an unknown way',
      copy({ signatures: [{ ...signature, algorithm: 'rot13' }] }),
      'UNKNOWN_WORD',
      'signatures/0/algorithm',
    ],
    [
      'whose signature has spare bits set',
      copy({ signatures: [{ ...signature, signature: 'AB==' }] }),
      'MALFORMED',
      'signatures/0/signature',
    ],
    ['signed twice by one key', copy({ signatures: [signature, signature] }), 'DUPLICATE_ID', 'signatures/1/key'],
  ])('%s, its reader told what to do', (_, json, code, path) => {
    const problems = problemsOf(json)
    expect(problems.map((found) => [found.code, found.path.join('/')])).toContainEqual([code, path])
    for (const { message, remedy } of problems)
      for (const text of [message.zh, message.en, remedy.zh, remedy.en]) expect(text.length).toBeGreaterThan(3)
  })

  test('for another jurisdiction than its document names', () => {
    const own = packaged({ ...samplePlugin, jurisdiction: '411100' }, null, { target: '411000' })
    expect(problemsOf(own).map(({ code }) => code)).toEqual(['WRONG_JURISDICTION'])
  })

  test('when a text holds half a character, which has no bytes to sign', () => {
    expect(problemsOf(withDocument({ name: { zh: '\ud83d', en: 'x' } }))).toMatchObject([
      { code: 'HOSTILE_TEXT', path: ['document', 'name', 'zh'] },
    ])
  })

  test('when the file was laid out anew, though it says the same', () => {
    const pretty = new TextEncoder().encode(JSON.stringify(sound, null, 2))
    expect(readPackageFile(pretty)).toMatchObject({ problems: [{ code: 'BAD_DIGEST' }] })
  })

  test('when the file is cut short, is no text, or is longer than a package may be', () => {
    const bytes = packageBytes(sound)
    const codeOf = (file: Uint8Array) => readPackageFile(file)
    expect(codeOf(bytes.subarray(0, 100))).toMatchObject({ problems: [{ code: 'NOT_A_PACKAGE' }] })
    expect(codeOf(Uint8Array.of(0xff, 0xfe))).toMatchObject({ problems: [{ code: 'NOT_A_PACKAGE' }] })
    expect(codeOf(new Uint8Array(1024 * 1024 + 1))).toMatchObject({ problems: [{ code: 'TOO_LARGE' }] })
  })
})
