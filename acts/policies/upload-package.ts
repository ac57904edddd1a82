import type { Database } from '../../db/connect.ts'
import { divisions } from '../../db/divisions.ts'
import { keepDocument } from '../../db/queries/evaluation-policy.ts'
import { keepPackage, packagesOf } from '../../db/queries/policies.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { checkCases, type PluginPackage, readPackageFile, type Signature } from '../../policy/index.ts'
import { busyProblem } from '../busy.ts'
import { type KnownProblem, refusable } from '../problem.ts'
import { bareDocument, packed } from './bare-document.ts'
import { refuseIfAny } from './refusal.ts'
import { soundSignatures } from './signers.ts'

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

/**
 * Takes a policy package: sound in form, tried by its own cases, and signed by an office that answers for the place it is
 * meant for. Nothing is at work by that. The same file sent again is the same package.
 */
export const uploadPackage = (db: Database, actor: string, input: UploadPackage): Promise<Uploaded | KnownProblem> =>
  refusable(async () => {
    const { bytes, unsigned = false, at = null } = input
    const document = unsigned ? bareDocument(bytes) : null
    const sent = document === null ? packageIn(bytes) : null
    refuseIfAny(checkCases((sent ?? { document }).document ?? never(), divisions))
    return transaction(db, { mode: 'serializable' }, async (tx) => {
      const sealed = sent ?? (await packed(tx, document ?? never(), at))
      return keep(tx, sealed, await soundSignatures(tx, sealed, unsigned), actor)
    }).catch((error: unknown) => {
      throw busyProblem(error) ?? error
    })
  })

const packageIn = (bytes: Uint8Array): PluginPackage => {
  const read = readPackageFile(bytes, divisions)
  if ('package' in read) return read.package
  refuseIfAny(read.problems, [])
  return never()
}

const never = (): never => {
  throw new TypeError('A refused package came without a problem.')
}

const keep = async (
  tx: Tx,
  { manifest, document }: PluginPackage,
  signatures: readonly Signature[],
  uploadedBy: string,
): Promise<Uploaded> => {
  const { digest, plugin, version, target, sequence } = manifest
  const signedBy = signatures.map(({ key }) => key)
  const described = { digest, plugin, version, target, sequence, signedBy }
  const kept = (await packagesOf(tx, digest, target)).find(
    (each) => each.sequence === sequence && signatureText(each.signatures) === signatureText(signatures),
  )
  if (kept !== undefined) return { ...described, id: kept.id }
  await keepDocument(tx, digest, document)
  return { ...described, id: await keepPackage(tx, { digest, target, sequence, manifest, signatures, uploadedBy }) }
}

const signatureText = (signatures: readonly Signature[]): string =>
  signatures
    .map(({ key, signature }) => `${key} ${signature}`)
    .sort()
    .join('\n')
