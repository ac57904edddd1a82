import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Manifest, PluginPackage } from './package.ts'
import type { PluginDocument } from './plugin.ts'

/** The canonical text (RFC 8785): the same law is the same bytes, however it was laid out or ordered. */
export const canonicalText = (value: PluginDocument | PluginPackage | Manifest): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('A policy document is a JSON object.')
  return text
}

/** Whether two parts of documents say the same, however they were laid out or ordered. */
export const isSameText = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b)

/** What a signature of a package covers: the canonical bytes of its manifest, and by the digest in it the whole document. */
export const manifestBytes = (manifest: Manifest): Uint8Array => utf8ToBytes(canonicalText(manifest))

/** A package as it is written to a file: canonical, so that the same package is the same bytes. */
export const packageBytes = (sealed: PluginPackage): Uint8Array => utf8ToBytes(canonicalText(sealed))

/** SHA-256 of the canonical bytes, lower-case hex: the name of one exact policy text. */
export const digestOf = (document: PluginDocument): string => bytesToHex(sha256(utf8ToBytes(canonicalText(document))))
