import type { DayText } from '../time/day.ts'
import type { PluginDocument } from './plugin.ts'

/** The format of documents that this release reads and writes. */
export const documentFormat = 1

/** Ways to sign; another one joins this list and the verifier, and nothing else. `sm2` is reserved for it. */
export const signatureAlgorithms = ['ed25519'] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

/** What a signer vouches for: this document, for this jurisdiction, in this order of succession. */
export interface Manifest {
  readonly plugin: string
  readonly version: string
  /** SHA-256 of the document's canonical bytes (RFC 8785), hex. */
  readonly digest: string
  /** GB/T 2260 code of the jurisdiction it is meant for, also of a template. */
  readonly target: string
  /** Grows with every package of this plugin for this jurisdiction: an older one cannot be played again. */
  readonly sequence: number
  /** Formats of documents the signer knew: the reader's must lie between. */
  readonly format: { readonly from: number; readonly to: number }
  readonly signedOn: DayText
}

export interface Signature {
  readonly algorithm: SignatureAlgorithm
  /** Key id: the first 32 hex digits of the SHA-256 of the raw public key. */
  readonly key: string
  /** Base64, over the canonical bytes of the manifest. */
  readonly signature: string
}

/** A policy document as it travels: the file that `cadre plugin pack` writes, `sign` signs and `PUT /plugins` takes. */
export interface PluginPackage {
  readonly package: 1
  readonly manifest: Manifest
  readonly signatures: readonly Signature[]
  readonly document: PluginDocument
}
