import type { Ref } from '../db/facts.ts'
import { personnelOf } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import { parseStated, type Range } from '../policy/index.ts'
import type { Issues } from './issues.ts'

/** Nothing of a career, and no state, begins before the person was born or after they died. */
export const checkLife = async (tx: Tx, issues: Issues, person: Ref, from: Range, text: string): Promise<void> => {
  const [file] = await personnelOf(tx, [person], null)
  const birth = parseStated(file?.birth ?? '?')
  const died = parseStated(file?.died ?? '?')
  if (birth !== null && from.hi < birth.lo) issues.add(['input', 'from'], text, beforeBirth(file?.birth ?? ''), check)
  if (died !== null && from.lo > died.hi) issues.add(['input', 'from'], text, afterDeath(file?.died ?? ''), check)
}

const beforeBirth = (birth: string) => ({
  zh: `早于其出生日期 ${birth}。`,
  en: `That is before the person was born (${birth}).`,
})
const afterDeath = (died: string) => ({
  zh: `晚于其去世日期 ${died}。`,
  en: `That is after the person died (${died}).`,
})
const check = { zh: '请核对日期，或先更正档案。', en: 'Check the day, or correct the file first.' }
