import { divisions } from '../../db/divisions.ts'
import { type KeyRow, keysById } from '../../db/queries/signing-keys.ts'
import type { Tx } from '../../db/transaction.ts'
import { type Manifest, type PluginPackage, type PluginProblem, problem, type Signature } from '../../policy/index.ts'
import { refuseIfAny } from './refusal.ts'
import { verifySignature } from './signature.ts'

/**
 * The signatures of a package that count: each must be by a key registered for the place it is meant for, or for one above
 * it, and hold. One by a revoked key counts for nothing. None at all is enough only from the operator at the machine.
 */
export const soundSignatures = async (
  tx: Tx,
  { manifest, signatures }: PluginPackage,
  unsigned: boolean,
): Promise<readonly Signature[]> => {
  if (signatures.length === 0 && !unsigned) refuseIfAny([nobody], ['signatures'])
  const keys = await keysById(
    tx,
    signatures.map(({ key }) => key),
  )
  refuseIfAny(
    signatures.flatMap((signature, i) => wrongWith(signature, keys[i] ?? null, manifest, i)),
    ['signatures'],
  )
  const revoked = new Set(keys.flatMap((key) => (key !== null && key.revokedAt !== null ? [key.id] : [])))
  const counting = signatures.filter(({ key }) => !revoked.has(key))
  if (counting.length < 1 && signatures.length > 0)
    refuseIfAny(
      signatures.map(({ key }, i) => ended(key, i)),
      ['signatures'],
    )
  return counting
}

const wrongWith = (signature: Signature, key: KeyRow | null, manifest: Manifest, index: number): PluginProblem[] => {
  if (key === null || !divisions.chain(manifest.target).includes(key.jurisdiction))
    return [unknown(signature.key, manifest.target, index)]
  const holds = verifySignature(Buffer.from(key.publicKey, 'base64'), manifest, signature)
  return holds ? [] : [broken(signature.key, index)]
}

const nobody = problem(
  'UNSIGNED',
  [],
  ['政策包没有签名：没有单位为它负责。', 'The package is not signed: no office answers for it.'],
  ['请用 cadre plugin sign 签名后再上传。', 'Sign it with `cadre plugin sign` and upload it again.'],
)

const unknown = (key: string, target: string, index: number) =>
  problem(
    'UNKNOWN_KEY_ID',
    [String(index), 'key'],
    [
      `密钥\`${key}\`没有登记在\`${target}\`或其上级名下。`,
      `The key \`${key}\` is registered neither for \`${target}\` nor for anything above it.`,
    ],
    [
      '请用该辖区或其上级的密钥签名；新密钥先由管理员用 cadre key add 登记。',
      'Sign with a key of that jurisdiction or of one above it; a new key has to be registered first with `cadre key add`.',
    ],
  )

const broken = (key: string, index: number) =>
  problem(
    'BAD_SIGNATURE',
    [String(index), 'signature'],
    [
      `密钥\`${key}\`的签名与政策包不符：签名之后内容有变，或签名不是这把密钥做的。`,
      `The signature of key \`${key}\` does not fit the package: something was changed after signing, or another key made it.`,
    ],
    ['请向签署单位索取原包，或重新签名。', 'Ask the signer for the original, or have it signed again.'],
  )

const ended = (key: string, index: number) =>
  problem(
    'REVOKED_KEY',
    [String(index), 'key'],
    [`密钥\`${key}\`已吊销。`, `The key \`${key}\` has been revoked.`],
    ['请用现行密钥重新签名。', 'Have it signed anew with a key in use.'],
  )
