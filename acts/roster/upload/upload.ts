import type { Database } from '../../../db/connect.ts'
import { nation, rootOf } from '../../../db/divisions.ts'
import { endFile, type StagedFile } from '../../../db/queries/staged-files.ts'
import { transaction } from '../../../db/transaction.ts'
import type { RosterSource } from '../reading/source.ts'
import { workbookSource } from '../reading/workbook/workbook-source.ts'
import { zipSource } from '../reading/zip-source.ts'
import { type Draft, stageFile } from './stage-file.ts'
import { type Staged, StagedFileGone, stagedArchive } from './staged-bytes.ts'
import { unbroken } from './unbroken.ts'
import { checkStart, kindOf } from './upload-kind.ts'
import { emptyUpload, fewerBytes, uploadTooLarge } from './upload-problem.ts'

/** Largest file taken: a province's roster packs to a tenth of it. */
export const longestUpload = 128 * 1024 ** 2
/** Until then an upload waits to be imported. */
const uploadDays = 1

export interface UploadBody {
  readonly by: string
  readonly body: AsyncIterable<Uint8Array>
  /** How many bytes were announced. */
  readonly length: number | null
  /** Most bytes taken; default `longestUpload`. */
  readonly most?: number
}

/** Nobody says yet whose people the file speaks of: until then it lies with the nation. */
const waitingRoom = rootOf(nation)

/**
 * Takes a file that is to be imported as it arrives, and keeps it in the database for a day. Refused, and nothing kept, when
 * it is empty, too large, cut short or no roster; what it is is told by what it holds.
 */
export const takeUpload = async (
  db: Database,
  { by, body, length, most = longestUpload }: UploadBody,
): Promise<StagedFile> => {
  if (length !== null && length > most) throw uploadTooLarge(most)
  if (length === 0) throw emptyUpload()
  return stageFile(db, { root: waitingRoom, by, days: uploadDays }, arriving(body, most), async (draft) => {
    if (draft.bytes === 0) throw emptyUpload()
    if (length !== null && draft.bytes !== length) throw fewerBytes(length, draft.bytes)
    return completed(db, draft)
  })
}

const completed = async (db: Database, draft: Draft): Promise<StagedFile> => {
  const kind = await kindOf(stagedArchive(db, draft, 'roster'))
  const { bytes, digest } = draft
  const file = await transaction(db, { mode: 'write' }, (tx) => endFile(tx, draft, { kind, bytes, digest }))
  if (file === null) throw new StagedFileGone(`The staged file ${draft.id} is not there.`)
  return file
}

/** The body while it is neither too long nor surely something else; whoever sends it may go away. */
async function* arriving(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array()
  let came = 0
  for await (const piece of unbroken(body)) {
    came += piece.length
    if (came > most) throw uploadTooLarge(most)
    if (start.length < 4) {
      start = Buffer.concat([start, piece.subarray(0, 4 - start.length)])
      if (start.length === 4) checkStart(start)
    }
    yield piece
  }
  if (came > 0 && start.length < 4) checkStart(start)
}

/** An upload as a roster, read where it lies. `reached` is told how far. */
export const uploadSource = (
  db: Database,
  file: Staged & Pick<StagedFile, 'kind'>,
  reached?: (bytes: number) => Promise<void>,
): RosterSource =>
  file.kind === 'archive'
    ? zipSource(stagedArchive(db, file, 'roster.zip', reached))
    : workbookSource(stagedArchive(db, file, 'roster.xlsx', reached))
