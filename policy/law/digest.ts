import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { PluginDocument } from './plugin.ts'

/** The document's canonical text (RFC 8785): the same law is the same bytes, however it was laid out or ordered. */
export const canonicalText = (document: PluginDocument): string => {
  const text = canonicalize(document)
  if (text === undefined) throw new TypeError('A policy document is a JSON object.')
  return text
}

/** SHA-256 of the canonical bytes, lower-case hex: the name of one exact policy text. */
export const digestOf = (document: PluginDocument): string => bytesToHex(sha256(utf8ToBytes(canonicalText(document))))
