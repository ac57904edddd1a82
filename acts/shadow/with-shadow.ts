import { shadowInstallation } from '../../db/facts.ts'
import type { Tx } from '../../db/transaction.ts'
import { type Installation, installedWith } from '../../policy/index.ts'
import { NotFoundProblem } from '../problem.ts'

/** What would be at work if this installation counted: an earlier version of its plugin gives way from its first day on. */
export const withShadow = async (
  tx: Tx,
  installed: readonly Installation[],
  id: string,
): Promise<readonly Installation[]> => installedWith(installed, await theShadow(tx, id))

/** The installation in shadow of this id; refused when there is none. */
export const theShadow = async (tx: Tx, id: string): Promise<Installation> => {
  const found = await shadowInstallation(tx, id)
  if (found !== null) return found
  throw new NotFoundProblem(
    ['installation'],
    id,
    { zh: '试行中的政策', en: 'policy at work in shadow' },
    {
      zh: '请填写一份以 SHADOW 方式安装、尚未终止的政策的标识。',
      en: 'Name an installation whose mode is SHADOW and that has not ended.',
    },
  )
}
