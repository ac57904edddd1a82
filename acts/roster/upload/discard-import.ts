import type { Database } from '../../../db/connect.ts'
import { jobById } from '../../../db/queries/jobs.ts'
import { discardRoster } from '../../../db/queries/roster-jobs.ts'
import { deleteFile } from '../../../db/queries/staged-files.ts'
import { type Tx, transaction } from '../../../db/transaction.ts'
import { isJobAsked, isJobId, type JobAsked } from '../../jobs/asked.ts'
import { type Keyed, once, requestOf } from '../../once.ts'
import { ConflictProblem, type KnownProblem, NotFoundProblem, refusable } from '../../problem.ts'

export interface DiscardImport extends Keyed {
  readonly job: string
}

/** Ends an import of which nothing is written yet, and deletes what was uploaded for it. */
export const discardImport = (db: Database, actor: string, input: DiscardImport): Promise<JobAsked | KnownProblem> =>
  refusable(async () => {
    const request = requestOf({ act: 'discardRoster', actor }, input)
    return transaction(db, { mode: 'write' }, (tx) => once(tx, request, isJobAsked, () => discard(tx, input.job)))
  })

const discard = async (tx: Tx, id: string): Promise<JobAsked> => {
  const found = isJobId(id) ? await jobById(tx, id) : null
  if (!found?.roster) throw new UnknownImport(id)
  if (await discardRoster(tx, id)) {
    await deleteFile(tx, { root: found.roster.uploadRoot, id: found.roster.uploadId })
    return { job: id }
  }
  const now = await jobById(tx, id)
  throw now?.state === 'running' || now?.state === 'queued' ? tooLate() : over()
}

class UnknownImport extends NotFoundProblem {
  constructor(id: string) {
    super(
      ['input', 'job'],
      id,
      { zh: '名册导入任务', en: 'import of a roster' },
      { zh: '请使用 importRoster 返回的任务标识。', en: 'Use the id of the job that `importRoster` gave.' },
    )
  }
}

const tooLate = () =>
  new ConflictProblem('IMPORT_WRITTEN', {
    path: ['input', 'job'],
    says: {
      zh: '名册已进入写入阶段，不能再作废。',
      en: 'The roster is being written; it cannot be discarded any more.',
    },
    remedy: {
      zh: '请等任务结束；写入的内容可以用更正后的名册或更正操作改回，原记录保留可查。',
      en: 'Wait until the job is over; what it wrote can be corrected by another roster or change, and both stay on record.',
    },
  })

const over = () =>
  new ConflictProblem('JOB_OVER', {
    path: ['input', 'job'],
    says: { zh: '任务已经结束，没有可作废的内容。', en: 'The job is over; there is nothing to discard.' },
    remedy: {
      zh: '无需操作：上传的文件已随任务结束删除或将自行到期。',
      en: 'Nothing to do: what was uploaded is deleted, or expires by itself.',
    },
  })
