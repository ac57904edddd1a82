import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The data were written by a PostgreSQL of another major version than the bundled one, which cannot read them. */
export class OtherMajor extends Error {
  override readonly name = 'OtherMajor'

  constructor(folder: string, theirs: string, ours: string) {
    super(
      `数据目录 ${folder} 由 PostgreSQL ${theirs} 写成，本版本附带 PostgreSQL ${ours}，无法打开，数据未动。请换回写成它的版本，或用 CADRE_DATA 指定另一目录。\n` +
        `The data folder ${folder} was written by PostgreSQL ${theirs}; this version brings PostgreSQL ${ours}, which cannot ` +
        'read it. Nothing was touched. Start the version that wrote it again, or name another folder with CADRE_DATA, ' +
        `or run a PostgreSQL ${theirs} on ${join(folder, 'pg')} yourself and name it with DATABASE_URL.`,
    )
  }
}

/** Asked before anything is started on the folder: PostgreSQL itself would refuse without a way out. */
export const refuseOtherMajor = (folder: string, postgres: string): void => {
  const file = join(folder, 'pg', 'PG_VERSION')
  if (!existsSync(file)) return
  const theirs = readFileSync(file, 'utf8').trim()
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' })
  const [, ours = theirs] = /PostgreSQL\) (\d+)/.exec(stdout ?? '') ?? []
  if (theirs !== ours) throw new OtherMajor(folder, theirs, ours)
}
