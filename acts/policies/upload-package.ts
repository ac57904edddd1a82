import type { Database } from '../../db/connect.ts'
import type { KnownProblem } from '../problem.ts'

export interface UploadPackage {
  /** A package file of at most 1 MiB; unsigned, also a bare document. */
  readonly bytes: Uint8Array
  /** From the operator at the machine itself: a package without a signature is taken too. */
  readonly unsigned?: boolean
  /** Of a bare document: whom it is meant for; default its own jurisdiction. */
  readonly at?: string | null
}

/** A package as it was taken. */
export interface Uploaded {
  readonly id: string
  readonly digest: string
  readonly plugin: string
  readonly version: string
  readonly target: string
  readonly sequence: number
  /** Ids of the keys that vouch for it. */
  readonly signedBy: readonly string[]
}

export const uploadPackage = (
  _db: Database,
  _actor: string,
  _input: UploadPackage,
): Promise<Uploaded | KnownProblem> => {
  throw new Error('uploadPackage')
}
