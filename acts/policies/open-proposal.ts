import { validate as isUuid } from 'uuid'
import type { InstallationRow } from '../../db/queries/evaluation-policy.ts'
import { installationById } from '../../db/queries/policies.ts'
import type { Tx } from '../../db/transaction.ts'
import { ConflictProblem, NotFoundProblem } from '../problem.ts'

/** An installation by its id; refused when there is none. */
export const knownInstallation = async (tx: Tx, id: string): Promise<InstallationRow> => {
  const row = isUuid(id) ? await installationById(tx, id) : null
  if (row === null) throw new NotFoundProblem(['input', 'id'], id, { zh: '政策安装', en: 'installation' }, checkId)
  return row
}

/** A proposal that waits for approval; refused when it does so no more. */
export const openProposal = async (tx: Tx, id: string): Promise<InstallationRow> => {
  const row = await knownInstallation(tx, id)
  if (row.state !== 'proposed') throw settled(row)
  return row
}

const words = { active: '已批准', superseded: '已被取代', withdrawn: '已撤回', suspended: '已中止' } as const

const settled = ({ state, installedBy }: InstallationRow) =>
  stateChanged(
    {
      zh: `这项政策不再待批准：${state === 'proposed' ? '' : words[state]}（${installedBy}）。`,
      en: `It no longer waits for approval: ${state}, by ${installedBy}.`,
    },
    {
      zh: '请重新查看它的状态；如仍需要，请重新提出。',
      en: 'Look at its state again; propose it anew if it is still wanted.',
    },
  )

/** Somebody was quicker. */
export const stateChanged = (says: ConflictProblem['says'], remedy: ConflictProblem['remedy']) =>
  new ConflictProblem('STATE_CHANGED', { path: ['input', 'id'], says, remedy })

const checkId = { zh: '请核对编号。', en: 'Check the id.' }
