import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Answered {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `cadre …` as a terminal would, on the database in a folder. */
export const cadreIn =
  (dataFolder: string) =>
  async (...args: readonly string[]): Promise<Answered> => {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
    const env = { ...rest, CADRE_DATA: dataFolder }
    const child = spawn(process.execPath, ['cli/cadre.mjs', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, err]: Buffer[][] = [[], []]
    child.stdout.on('data', (bytes: Buffer) => out?.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => err?.push(bytes))
    const [code]: unknown[] = await once(child, 'close')
    return { code: Number(code), out: textOf(out), err: textOf(err) }
  }

const textOf = (chunks: readonly Buffer[] | undefined) => Buffer.concat(chunks ?? []).toString('utf8')
