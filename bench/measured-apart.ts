import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a program of the bench says as JSON, run in a process of its own: filling the database is then in none of its figures. */
export const measuredApart = async <Said>(program: string, args: readonly string[]): Promise<Said> => {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, ...args], { maxBuffer: 16 * 1024 * 1024 })
  return JSON.parse(stdout)
}
