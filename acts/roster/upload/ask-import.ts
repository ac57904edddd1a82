import type { Database } from '../../../db/connect.ts'
import { rootOf } from '../../../db/divisions.ts'
import { askForRoster, isBeingImported } from '../../../db/queries/roster-jobs.ts'
import { holdFile, type StagedFile } from '../../../db/queries/staged-files.ts'
import type { Ref } from '../../../db/recorded.ts'
import { type Tx, transaction } from '../../../db/transaction.ts'
import type { DayText, DivisionCode } from '../../../policy/index.ts'
import { isJobAsked, type JobAsked } from '../../jobs/asked.ts'
import { type Keyed, once, requestOf } from '../../once.ts'
import { ConflictProblem, type KnownProblem, NotFoundProblem, refusable } from '../../problem.ts'
import { checkOffice } from '../checking/office.ts'

export interface AskImport extends Keyed {
  readonly upload: Ref
  /** The jurisdiction that files the roster. */
  readonly at: DivisionCode
  /** Examine only: nothing is written. */
  readonly check: boolean
  /** The day the counts speak of; `null`: the day of the import. */
  readonly on: DayText | null
}

/** Names an upload to whoever sent it. */
export const uploadId = ({ root, id }: Ref): string => `Upload:${root}:${id}`

/** Asks for a job that imports an upload; the same request asked again gets the same job. */
export const askImport = (db: Database, actor: string, input: AskImport): Promise<JobAsked | KnownProblem> =>
  refusable(async () => {
    checkOffice(input.at, ['input', 'at'])
    const request = requestOf({ act: 'importRoster', actor }, input)
    return transaction(db, { mode: 'write' }, (tx) => once(tx, request, isJobAsked, () => ask(tx, actor, input)))
  })

const ask = async (tx: Tx, actor: string, { upload, at, check, on }: AskImport): Promise<JobAsked> => {
  const file = await waitingUpload(tx, actor, upload)
  if (await isBeingImported(tx, upload)) throw inUse()
  const { bytes: uploadBytes, digest: uploadDigest } = file
  const what = { uploadRoot: upload.root, uploadId: upload.id, uploadBytes, uploadDigest }
  const asked = { root: rootOf(at), by: actor, at, onlyCheck: check, askedOn: on }
  return { job: await askForRoster(tx, { ...asked, ...what }) }
}

/** The upload, held until the transaction ends. Nobody but who sent it can have it imported. */
const waitingUpload = async (tx: Tx, actor: string, upload: Ref): Promise<StagedFile> => {
  const file = await holdFile(tx, upload)
  if (file === null || file.kind === 'report' || file.by !== actor) throw new UnknownUpload(uploadId(upload))
  return file
}

/** Why nobody has such an upload: all that a person can know of it. */
export class UnknownUpload extends NotFoundProblem {
  constructor(id: string) {
    super(
      ['input', 'upload'],
      id,
      { zh: '上传件', en: 'upload' },
      {
        zh: '请重新上传。上传件在导入结束或作废后即删除，一天之内未导入的也会删除。',
        en: 'Send the file again. An upload is deleted when its import is over or discarded, or after a day without one.',
      },
    )
  }
}

const inUse = () =>
  new ConflictProblem('UPLOAD_IN_USE', {
    path: ['input', 'upload'],
    says: {
      zh: '另一项任务正在导入这个上传件。',
      en: 'Another job is importing this upload.',
    },
    remedy: {
      zh: '请等该任务结束，或先将其作废。',
      en: 'Wait until that job is over, or discard it first.',
    },
  })
