import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export interface Answered {
  readonly code: number
  readonly out: string
  readonly err: string
}

const environment = (dataFolder: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
  return { ...rest, CADRE_DATA: dataFolder }
}

const run = async (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd = process.cwd(),
): Promise<Answered> => {
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err]: Buffer[][] = [[], []]
  child.stdout.on('data', (bytes: Buffer) => out?.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => err?.push(bytes))
  const [code]: unknown[] = await once(child, 'close')
  return { code: Number(code), out: textOf(out), err: textOf(err) }
}

const textOf = (chunks: readonly Buffer[] | undefined) => Buffer.concat(chunks ?? []).toString('utf8')

/** Runs `cadre …` as another program would, on the database in a folder. */
export const cadreIn =
  (dataFolder: string) =>
  (...args: readonly string[]): Promise<Answered> =>
    run(process.execPath, ['cli/cadre.mjs', ...args], environment(dataFolder))

/** Runs it from a folder of the caller's, as an author does who keeps a policy there; it needs no database. */
export const cadreFrom =
  (cwd: string) =>
  (...args: readonly string[]): Promise<Answered> =>
    run(process.execPath, [resolve('cli/cadre.mjs'), ...args], environment(cwd), cwd)

/** Runs it in a terminal that wide, by `script` of util-linux: everything that appears there, both channels together. */
export const cadreOnScreen =
  (dataFolder: string, columns: number) =>
  async (...args: readonly string[]): Promise<string> => {
    const quoted = [process.execPath, 'cli/cadre.mjs', ...args].map((arg) => `'${arg.replaceAll("'", "'\\''")}'`)
    const command = `stty cols ${columns} rows 40; exec ${quoted.join(' ')}`
    const { out } = await run('script', ['-qec', command, '/dev/null'], environment(dataFolder))
    return out.replaceAll('\r\n', '\n')
  }
