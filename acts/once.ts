import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { claimKey, keepResponse, type Request } from '../db/queries/change-record.ts'
import type { Tx } from '../db/transaction.ts'
import { IdempotencyReusedProblem, invalid } from './problem.ts'

/** A request that may be sent twice. */
export interface Keyed {
  /** Chosen by the caller, new for each request; the same key with the same request gets the same answer. */
  readonly idempotencyKey: string
}

const longestKey = 200

const checkKey = (key: string): void => {
  if (key.trim() !== '' && key.length <= longestKey) return
  throw invalid(
    ['input', 'idempotencyKey'],
    key,
    { zh: '幂等键为空或过长。', en: 'The idempotency key is empty or too long.' },
    {
      zh: `每项请求给一个新的键，不超过 ${longestKey} 个字符。`,
      en: `A new key for each request, of at most ${longestKey} characters.`,
    },
  )
}

const hashOf = ({ idempotencyKey: _, ...body }: Keyed): string =>
  createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex')

/** What an actor asks of an act; refused when its key is none. */
export const requestOf = (by: { readonly act: string; readonly actor: string }, input: Keyed): Request => {
  checkKey(input.idempotencyKey)
  return { subject: by.actor, key: input.idempotencyKey, act: by.act, bodyHash: hashOf(input) }
}

/** Makes it once for each key, within the caller's transaction; asked again, it gives the first answer again. */
export const once = async <Answer>(
  tx: Tx,
  request: Request,
  isAnswer: (value: unknown) => value is Answer,
  make: () => Promise<Answer>,
): Promise<Answer> => {
  const seen = await claimKey(tx, request)
  if (seen === null) {
    const answer = await make()
    await keepResponse(tx, request, answer)
    return answer
  }
  if (!seen.same || !isAnswer(seen.response)) throw new IdempotencyReusedProblem(request.key)
  return seen.response
}
