import type { Database } from '../../../db/connect.ts'
import { type JobRow, jobById } from '../../../db/queries/jobs.ts'
import { type StagedFile, stagedFileOf } from '../../../db/queries/staged-files.ts'
import { type Tx, transaction } from '../../../db/transaction.ts'
import type { Bilingual } from '../../../policy/index.ts'
import { isJobId } from '../../jobs/asked.ts'
import { type KnownProblem, NotFoundProblem, refusable } from '../../problem.ts'

/** The workbook of an import with its bad cells marked, to be fetched with `stagedBytes`; or why there is none. */
export const reportFile = (db: Database, id: string): Promise<StagedFile | KnownProblem> =>
  refusable(() => transaction(db, { mode: 'read' }, (tx) => find(tx, id)))

const find = async (tx: Tx, id: string): Promise<StagedFile> => {
  const found = isJobId(id) ? await jobById(tx, id) : null
  if (!found?.roster) throw new NoReport(id, useJob)
  const { root, reportId } = found.roster
  if (reportId === null) throw new NoReport(id, whyNone(found))
  const file = await stagedFileOf(tx, { root, id: reportId })
  if (file === null) throw new NoReport(id, gone)
  return file
}

class NoReport extends NotFoundProblem {
  constructor(id: string, remedy: Bilingual) {
    super([], id, { zh: '标注表，任务', en: 'marked workbook of the job' }, remedy)
  }
}

const useJob = { zh: '请使用 importRoster 返回的任务标识。', en: 'Use the id of the job that `importRoster` gave.' }
const gone = {
  zh: '报告保留期已过，已删除；请重新上传并导入（可只检查）。',
  en: 'The report was kept for its time and is deleted; send the file again and have it imported or checked.',
}

const whyNone = ({ state }: JobRow): Bilingual => {
  if (state === 'queued' || state === 'running')
    return { zh: '任务尚未结束，请稍后再取。', en: 'The job is not over yet; ask again later.' }
  if (state === 'done') return { zh: '名册没有需要标出的单元格。', en: 'The roster has no cell to be marked.' }
  return { zh: '任务未完成，没有报告。', en: 'The job was not done, and has no report.' }
}
