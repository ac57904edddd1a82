import { type InstallationRow, installationsOf } from '../../db/queries/evaluation-policy.ts'
import { greatestProposed } from '../../db/queries/policies.ts'
import type { Tx } from '../../db/transaction.ts'
import { problem } from '../../policy/index.ts'
import { refuseIfAny } from './refusal.ts'

/** Refuses a package that was overtaken: an older one cannot be played again. */
export const refuseStale = async (tx: Tx, digest: string, pluginId: string, place: string): Promise<void> => {
  const { own, others } = await greatestProposed(tx, digest, pluginId, place)
  if (others !== null && own !== null && own <= others) refuseIfAny([stale(own, others)], ['manifest', 'sequence'])
}

/** Refuses a proposal after a later one of the same plugin was approved. */
export const refuseOvertaken = async (tx: Tx, row: InstallationRow): Promise<void> => {
  const later = (await installationsOf(tx, row.jurisdiction, row.pluginId)).find(
    ({ sequence, mode, state, effectiveFrom, effectiveTo }) =>
      sequence > row.sequence && mode === row.mode && state !== 'proposed' && effectiveTo !== effectiveFrom,
  )
  if (later !== undefined) refuseIfAny([overtaken(row.sequence, later.sequence)], ['input', 'id'])
}

const stale = (own: number, greatest: number) =>
  problem(
    'STALE_SEQUENCE',
    [],
    [
      `政策包的序号为 ${own}，而该辖区已提出过序号 ${greatest} 的同名政策包：旧包不得重放。`,
      `The package has sequence ${own}, and one of sequence ${greatest} of this plugin was proposed here already: an older package cannot be played again.`,
    ],
    [
      `要恢复旧版，请用回退；要提出新版，请以大于 ${greatest} 的序号重新打包签名。`,
      `To bring an older version back, roll back to it; for a new one, pack and sign it with a sequence above ${greatest}.`,
    ],
  )

const overtaken = (own: number, later: number) =>
  problem(
    'STALE_SEQUENCE',
    [],
    [
      `这是第 ${own} 次提出，而第 ${later} 次提出的已经批准：较早的不得后来居上。`,
      `This is proposal ${own} of the plugin here, and proposal ${later} has been approved already: an earlier one cannot come after it.`,
    ],
    ['如仍需要，请重新提出。', 'Propose it again if it is still wanted.'],
  )
