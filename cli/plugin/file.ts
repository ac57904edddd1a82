import { rename, rm, writeFile } from 'node:fs/promises'
import { Failure } from '../failure.ts'

/** Writes a file whole or not at all: a reader never meets half of it. */
export const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const part = `${path}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR' && code !== 'ENOTDIR') throw error
    throw new Failure(
      `写不了\`${path}\`（${code}）；请核对文件夹和权限。\`${path}\` cannot be written: check the folder and its permissions.`,
    )
  }
}
