import { put } from '../../../bench/hostile/row.ts'
import { sound } from '../../../bench/hostile/sound.ts'
import { type PluginPackage, packageBytes } from '../../../policy/index.ts'
import { packaged } from '../../support/sample-package.ts'

/** Private keys of several hands, as PEM. */
export interface Hands {
  /** Registered for the nation. */
  readonly nation: string
  /** Registered for another province. */
  readonly elsewhere: string
  readonly revoked: string
  /** Registered nowhere. */
  readonly stranger: string
}

/** A hostile file, and the problem that must come back. */
export interface HostileFile {
  readonly name: string
  readonly make: (hands: Hands) => Uint8Array
  readonly expects: { readonly code: string; readonly path: string }
}

const utf8 = new TextEncoder()
const textOf = (pack: PluginPackage) => new TextDecoder().decode(packageBytes(pack))
const signed = (pem: string) => packaged(sound, pem)

/** The bytes of a well signed package, one part of its text replaced by another. */
const tampered = (name: string, from: string | RegExp, to: string, code: string, path: string): HostileFile => ({
  name,
  make: ({ nation }) => {
    const text = textOf(signed(nation))
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`Nothing was changed by: ${name}`)
    return utf8.encode(changed)
  },
  expects: { code, path },
})

/** A well signed package with one place of its object changed, laid out as the packer would. */
const changed = (name: string, place: string, to: unknown, code: string, path = place): HostileFile => ({
  name,
  make: ({ nation }) => {
    const json = put(JSON.parse(textOf(signed(nation))), place.split('/'), to)
    return utf8.encode(textOf(json as PluginPackage))
  },
  expects: { code, path },
})

const bytes = (name: string, make: () => Uint8Array, code = 'NOT_A_PACKAGE', path = ''): HostileFile => ({
  name,
  make,
  expects: { code, path },
})

export const hostileFiles: readonly HostileFile[] = [
  bytes('nothing at all', () => new Uint8Array(0)),
  bytes('a single brace', () => utf8.encode('{')),
  bytes('a number', () => utf8.encode('17')),
  bytes('null', () => utf8.encode('null')),
  bytes('text that is no JSON', () => utf8.encode('id: qinghe')),
  bytes('a page of the web', () => utf8.encode('<!doctype html><script>x</script>')),
  bytes('an archive', () => new Uint8Array([0x50, 0x4b, 3, 4, ...Array(60).fill(0)])),
  bytes('zeros', () => new Uint8Array(1000)),
  bytes('bytes that are no text', () => new Uint8Array([0xff, 0xfe, 0xc0, 0x80])),
  bytes('a bare document', () => utf8.encode(JSON.stringify(sound))),
  bytes('brackets a hundred thousand deep', () => utf8.encode('['.repeat(100_000) + ']'.repeat(100_000))),
  bytes('more than a megabyte', () => new Uint8Array(1024 * 1024 + 1).fill(0x20), 'TOO_LARGE'),
  ...[0.1, 0.5, 0.9, 0.999].map(
    (share): HostileFile => ({
      name: `a package cut off after ${share * 100} per cent`,
      make: ({ nation }) => {
        const whole = packageBytes(signed(nation))
        return whole.subarray(0, Math.floor(whole.length * share))
      },
      expects: { code: 'NOT_A_PACKAGE', path: '' },
    }),
  ),
  tampered('a mark of byte order before a package', /^/, '\ufeff', 'NOT_A_PACKAGE', ''),
  tampered('a space after a package', /$/, ' ', 'BAD_DIGEST', ''),
  tampered('a key written twice', '{"document"', '{"document":1,"document"', 'BAD_DIGEST', ''),
  tampered('a number laid out otherwise', '"sequence":1', '"sequence":1.0', 'BAD_DIGEST', ''),
  tampered('a letter written as an escape', '"Qinghe"', '"\\u0051inghe"', 'BAD_DIGEST', ''),
  tampered('one year less', '"value":"P10Y"', '"value":"P9Y"', 'BAD_DIGEST', 'manifest/digest'),
  tampered('a duty made a wish', '"effect":"MUST"', '"effect":"MAY"', 'BAD_DIGEST', 'manifest/digest'),
  tampered(
    'another day of review',
    '"reviewedOn":"2026-11-01"',
    '"reviewedOn":"2026-11-02"',
    'BAD_DIGEST',
    'manifest/digest',
  ),
  tampered(
    'a signature of another spelling',
    /"signature":"./,
    '"signature":"!',
    'MALFORMED',
    'signatures/0/signature',
  ),
  changed('a later sequence than was signed', 'manifest/sequence', 2, 'BAD_SIGNATURE', 'signatures/0/signature'),
  changed('a later day than was signed', 'manifest/signedOn', '2026-11-02', 'BAD_SIGNATURE', 'signatures/0/signature'),
  changed('another digest', 'manifest/digest', '0'.repeat(64), 'BAD_DIGEST'),
  changed('a digest in capitals', 'manifest/digest', 'A'.repeat(64), 'MALFORMED'),
  changed('another version', 'manifest/version', '2.0.0', 'BAD_DIGEST'),
  changed('another plugin', 'manifest/plugin', 'luohe', 'BAD_DIGEST'),
  changed('another municipality', 'manifest/target', '410500', 'WRONG_JURISDICTION'),
  changed('a province', 'manifest/target', '410000', 'WRONG_LEVEL'),
  changed('a place that is none', 'manifest/target', '999999', 'WRONG_JURISDICTION'),
  changed('no target', 'manifest/target', undefined, 'MISSING'),
  changed('a sequence of nought', 'manifest/sequence', 0, 'MALFORMED'),
  changed('half a sequence', 'manifest/sequence', 1.5, 'MALFORMED'),
  changed('a sequence beyond all', 'manifest/sequence', 1e15, 'TOO_LARGE'),
  changed('a later package', 'package', 2, 'UNKNOWN_FORMAT'),
  changed('a later format', 'document/format', 2, 'UNKNOWN_FORMAT'),
  changed('formats that end before ours', 'manifest/format', { from: 2, to: 9 }, 'UNKNOWN_FORMAT'),
  changed('an unknown key beside the manifest', 'note', 'trust me', 'UNKNOWN_KEY', ''),
  changed('an algorithm of none', 'signatures/0/algorithm', 'none', 'UNKNOWN_WORD'),
  changed('an algorithm of another family', 'signatures/0/algorithm', 'hmac', 'UNKNOWN_WORD'),
  changed('an empty signature', 'signatures/0/signature', '', 'BAD_SIGNATURE'),
  changed('a signature of zeros', 'signatures/0/signature', `${'A'.repeat(86)}==`, 'BAD_SIGNATURE'),
  changed('a signature too short', 'signatures/0/signature', 'AAAA', 'BAD_SIGNATURE'),
  changed('a key id of another', 'signatures/0/key', '0'.repeat(32), 'UNKNOWN_KEY_ID'),
  changed('no signature', 'signatures', [], 'UNSIGNED', 'signatures'),
  changed('a hundred thousand signatures', 'signatures', Array(100_000).fill({}), 'TOO_LARGE'),
  changed('no list of signatures', 'signatures', undefined, 'MISSING'),
  ...(['stranger', 'elsewhere'] as const).map(
    (hand): HostileFile => ({
      name: `a package signed by the key of ${hand === 'stranger' ? 'a stranger' : 'another province'}`,
      make: (hands) => packageBytes(signed(hands[hand])),
      expects: { code: 'UNKNOWN_KEY_ID', path: 'signatures/0/key' },
    }),
  ),
  {
    name: 'a package signed by a revoked key',
    make: ({ revoked }) => packageBytes(signed(revoked)),
    expects: { code: 'REVOKED_KEY', path: 'signatures/0/key' },
  },
  {
    name: 'the signature of one key under the name of another',
    make: ({ nation, stranger }) => {
      const [mine, theirs] = [signed(nation), signed(stranger)]
      const signatures = mine.signatures.map((each) => ({ ...each, signature: theirs.signatures[0]?.signature ?? '' }))
      return packageBytes({ ...mine, signatures })
    },
    expects: { code: 'BAD_SIGNATURE', path: 'signatures/0/signature' },
  },
]
