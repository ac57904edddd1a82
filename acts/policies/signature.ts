import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { type Manifest, manifestBytes, type Signature, type SignatureAlgorithm } from '../../policy/index.ts'

/** One way to sign: how its keys are told from others and written down. Another algorithm is another row. */
interface Scheme {
  readonly keyType: string
  /** Bytes of a raw public key. */
  readonly rawLength: number
  /** What stands before the raw key in the standard envelope (SubjectPublicKeyInfo, RFC 8410). */
  readonly envelope: Buffer
  readonly sign: (bytes: Uint8Array, key: KeyObject) => Buffer
  readonly verify: (bytes: Uint8Array, key: KeyObject, signature: Uint8Array) => boolean
  readonly generate: () => { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
}

const schemes: Readonly<Record<SignatureAlgorithm, Scheme>> = {
  ed25519: {
    keyType: 'ed25519',
    rawLength: 32,
    envelope: Buffer.from('302a300506032b6570032100', 'hex'),
    sign: (bytes, key) => sign(null, bytes, key),
    verify: (bytes, key, signature) => verify(null, bytes, key, signature),
    generate: () => generateKeyPairSync('ed25519'),
  },
}

const known = Object.entries(schemes) as readonly (readonly [SignatureAlgorithm, Scheme])[]

export interface PublicKey {
  /** First 32 hex digits of the SHA-256 of the raw key. */
  readonly id: string
  readonly algorithm: SignatureAlgorithm
  readonly raw: Uint8Array
}

/** The name of a public key: the first 32 hex digits of the SHA-256 of its raw bytes. */
export const keyIdOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex').slice(0, 32)

/** A public key as PEM or as base64 of its raw bytes; `null` when it is neither, or of no algorithm we verify. */
export const readPublicKey = (text: string): PublicKey | null => {
  const key = objectOf(text)
  const scheme = key === null ? undefined : schemeOf(key)
  if (key === null || scheme === undefined) return null
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(scheme[1].envelope.length)
  return { id: keyIdOf(raw), algorithm: scheme[0], raw }
}

const schemeOf = (key: KeyObject) => known.find(([, { keyType }]) => keyType === key.asymmetricKeyType)

const objectOf = (text: string): KeyObject | null => {
  const trimmed = text.trim()
  // A private key holds its public one too, and must not be handed about as one.
  if (trimmed.includes('PRIVATE KEY')) return null
  if (trimmed.startsWith('-----BEGIN')) return attempted(() => createPublicKey(trimmed))
  const raw = Buffer.from(trimmed, 'base64')
  return raw.toString('base64') === trimmed ? rawKey(raw) : null
}

const rawKey = (raw: Uint8Array): KeyObject | null => {
  const scheme = known.find(([, { rawLength }]) => rawLength === raw.length)?.[1]
  if (scheme === undefined) return null
  return attempted(() => createPublicKey({ key: Buffer.concat([scheme.envelope, raw]), format: 'der', type: 'spki' }))
}

const attempted = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}

/** Signs a manifest, and by its digest the document; `null` when the text is no private key we can sign with. */
export const signManifest = (privateKeyPem: string, manifest: Manifest): Signature | null => {
  const key = attempted(() => createPrivateKey(privateKeyPem))
  const scheme = key === null ? undefined : schemeOf(key)
  if (key === null || scheme === undefined) return null
  const [algorithm, { envelope, sign: signed }] = scheme
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(envelope.length)
  return { algorithm, key: keyIdOf(raw), signature: signed(manifestBytes(manifest), key).toString('base64') }
}

/** Whether the holder of this key signed this manifest; a signature that names another key is none of theirs. */
export const verifySignature = (publicKeyRaw: Uint8Array, manifest: Manifest, signature: Signature): boolean => {
  const { algorithm, key, signature: text } = signature
  const object = rawKey(publicKeyRaw)
  if (object === null || key !== keyIdOf(publicKeyRaw)) return false
  const { keyType, verify: holds } = schemes[algorithm]
  if (object.asymmetricKeyType !== keyType) return false
  return attempted(() => holds(manifestBytes(manifest), object, Buffer.from(text, 'base64'))) ?? false
}

/** A fresh pair of keys as PEM, with the id others will know it by. */
export const newKeyPair = (algorithm: SignatureAlgorithm) => {
  const { privateKey, publicKey } = schemes[algorithm].generate()
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const id = readPublicKey(publicPem)?.id
  if (id === undefined) throw new TypeError('A key just made could not be read.')
  return { id, privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), publicPem }
}
