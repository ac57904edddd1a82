import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Installation } from '../law/plugin.ts'

/** Names one exact set of installed policies: SHA-256 over where, what and from when till when, in a fixed order. */
export const policyDigest = (installations: readonly Installation[]): string => {
  const lines = installations.map(({ jurisdiction, digest, effectiveFrom, effectiveTo }) =>
    [jurisdiction, digest, effectiveFrom, effectiveTo ?? ''].join(' '),
  )
  return bytesToHex(sha256(utf8ToBytes(lines.sort().join('\n'))))
}
