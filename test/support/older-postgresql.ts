import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The oldest PostgreSQL the product promises to run on. */
export const oldest = 15

/** Programs of an installed PostgreSQL. */
export interface Installed {
  readonly initdb: string
  readonly postgres: string
}

const usualPlaces = [
  `/usr/lib/postgresql/${oldest}/bin`,
  `/usr/pgsql-${oldest}/bin`,
  `/opt/homebrew/opt/postgresql@${oldest}/bin`,
  `/usr/local/opt/postgresql@${oldest}/bin`,
  `/Library/PostgreSQL/${oldest}/bin`,
]

const isOldest = (postgres: string): boolean =>
  existsSync(postgres) &&
  new RegExp(`PostgreSQL\\) ${oldest}\\b`).test(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout)

/** Where it is installed: in the folder `PG15_BIN` names, or where packages put it; `null`: nowhere. */
export const olderPostgresql = (): Installed | null => {
  const { PG15_BIN } = process.env
  const folder = (PG15_BIN ? [PG15_BIN] : usualPlaces).find((place) => isOldest(join(place, 'postgres')))
  return folder === undefined ? null : { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
}

/** Name of the vitest project whose tests run on it. */
export const olderProject = `PostgreSQL ${oldest}`
