import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { plugins } from '../plugins/index.ts'
import { canonicalText } from '../policy/index.ts'
import { type Figure, limitFigure } from './figure.ts'
import { seconds } from './stopwatch.ts'

const cadre = fileURLToPath(new URL('../cli/cadre.mjs', import.meta.url))
const run = promisify(execFile)

/** `cadre plugin check` of the largest policy that comes with the product, as an author waits for it: start of the program included. */
export const checking = async (): Promise<readonly Figure[]> => {
  const sizes = plugins.map((plugin) => ({ plugin, text: canonicalText(plugin) }))
  const largest = sizes.toSorted((a, b) => b.text.length - a.text.length)[0]
  if (largest === undefined) return []
  const folder = await mkdtemp(join(tmpdir(), 'cadre-bench-'))
  try {
    const file = join(folder, `${largest.plugin.id}.json`)
    await writeFile(file, largest.text)
    const help = await seconds(async () => void (await run(process.execPath, [cadre, '--help'])))
    const spent = await seconds(async () => void (await run(process.execPath, [cadre, 'plugin', 'check', file])))
    const name = `cadre plugin check of ${largest.plugin.id} (${largest.plugin.rules.length} rules, ${largest.plugin.cases.length} cases)`
    return [limitFigure(name, 's', spent, ['cadre --help', help], 2)]
  } finally {
    await rm(folder, { recursive: true })
  }
}
