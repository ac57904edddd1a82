import type { Database } from '../../db/connect.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'

export interface RegisterKey extends Keyed {
  readonly jurisdiction: string
  /** Raw ed25519 public key in base64, or PEM (SubjectPublicKeyInfo). */
  readonly publicKey: string
  /** Who keeps the private key. */
  readonly holder: string
}

export interface RevokeKey extends Keyed {
  /** Id of the key: 32 hex digits. */
  readonly key: string
  readonly reason: string
}

export interface KeyRegistered {
  readonly key: string
}

export interface KeyRevoked {
  readonly key: string
  /** Installations that stood on this key alone: somebody has to decide about them. */
  readonly reviews: readonly string[]
}

export const registerKey = (
  _db: Database,
  _actor: string,
  _input: RegisterKey,
): Promise<KeyRegistered | KnownProblem> => {
  throw new Error('registerKey')
}

export const revokeKey = (_db: Database, _actor: string, _input: RevokeKey): Promise<KeyRevoked | KnownProblem> => {
  throw new Error('revokeKey')
}
