import type { Database } from '../../db/connect.ts'
import { divisions } from '../../db/divisions.ts'
import { addKey, endKey, keysById } from '../../db/queries/signing-keys.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { Tx } from '../../db/transaction.ts'
import { Issues } from '../issues.ts'
import type { Keyed } from '../once.ts'
import { ConflictProblem, invalid, type KnownProblem, NotFoundProblem } from '../problem.ts'
import { statedReason } from './first-day.ts'
import { reviewOrphans } from './orphans.ts'
import { readPublicKey } from './signature.ts'
import { carries, leavingPolicy, takeStep } from './step.ts'

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

/** Registers a key whose signature an office answers for, for itself and for everything below it. */
export const registerKey = (db: Database, actor: string, input: RegisterKey): Promise<KeyRegistered | KnownProblem> =>
  takeStep(db, { act: 'registerKey', actor }, input, leavingPolicy, isRegistered, (tx) => register(tx, actor, input))

/** Trusts a key no longer. What stood on it alone goes on, and is listed until a person decides about it. */
export const revokeKey = (db: Database, actor: string, input: RevokeKey): Promise<KeyRevoked | KnownProblem> =>
  takeStep(db, { act: 'revokeKey', actor }, input, leavingPolicy, isRevoked, async (tx) => {
    const reason = statedReason(input.reason)
    const [key] = await keysById(tx, [input.key])
    if (key === null || key === undefined)
      throw new NotFoundProblem(['input', 'key'], input.key, { zh: '签名密钥', en: 'signing key' })
    if (!(await endKey(tx, key.id, { by: actor, reason }))) throw revokedAlready(key.id)
    return { key: key.id, reviews: await reviewOrphans(tx, key, reason, await todayInLaw(tx)) }
  })

const isRegistered = (value: unknown): value is KeyRegistered => carries(value, 'key')
const isRevoked = (value: unknown): value is KeyRevoked => carries(value, 'key', 'reviews')

const register = async (tx: Tx, actor: string, { jurisdiction, publicKey, holder }: RegisterKey) => {
  const issues = new Issues()
  const read = readPublicKey(publicKey)
  if (divisions.level(jurisdiction) === null)
    issues.add(['input', 'jurisdiction'], jurisdiction, noDivision(jurisdiction), writeCode)
  if (read === null) issues.add(['input', 'publicKey'], null, noKey, writeKey)
  if (holder.trim() === '' || holder.length > longestHolder)
    issues.add(['input', 'holder'], holder, noHolder, nameHolder)
  issues.refuseIfAny()
  if (read === null) throw new TypeError('An unreadable key was not refused.')
  const { id, algorithm, raw } = read
  const values = { id, jurisdiction, algorithm, publicKey: Buffer.from(raw).toString('base64') }
  if (!(await addKey(tx, { ...values, holder: holder.trim(), registeredBy: actor }))) throw registeredAlready(id)
  return { key: id }
}

const longestHolder = 200

const noDivision = (code: string) => ({
  zh: `\`${code}\` 不是现行行政区划代码。`,
  en: `\`${code}\` is no division code in use.`,
})
const writeCode = { zh: '改用 GB/T 2260 代码。', en: 'Use a GB/T 2260 code.' }
const noKey = { zh: '这不是一把 ed25519 公钥。', en: 'This is no ed25519 public key.' }
const writeKey = {
  zh: '写 32 字节公钥的 Base64，或 PEM（BEGIN PUBLIC KEY）；不要写私钥。',
  en: 'Give the 32 bytes in base64, or PEM (BEGIN PUBLIC KEY); never the private key.',
}
const noHolder = { zh: '未写保管人，或写得过长。', en: 'The holder is not named, or the name is too long.' }
const nameHolder = {
  zh: `写明保管私钥的人或单位，不超过 ${longestHolder} 个字符。`,
  en: `Name who keeps the private key, in at most ${longestHolder} characters.`,
}

const registeredAlready = (id: string) =>
  invalid(
    ['input', 'publicKey'],
    id,
    { zh: `密钥\`${id}\`已经登记过。`, en: `The key \`${id}\` is registered already.` },
    {
      zh: '一把密钥只登记一次；吊销后请换新的。',
      en: 'A key is registered once; after it was revoked, make a new one.',
    },
  )

const revokedAlready = (id: string) =>
  new ConflictProblem('STATE_CHANGED', {
    path: ['input', 'key'],
    says: { zh: `密钥\`${id}\`已经吊销。`, en: `The key \`${id}\` was revoked already.` },
    remedy: { zh: '无须再办。', en: 'Nothing is left to do.' },
  })
