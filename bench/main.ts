import { avoiding } from './avoiding.ts'
import { checking } from './checking.ts'
import { duePage } from './due-page.ts'
import { evaluating } from './evaluating.ts'
import { type Figure, table } from './figure.ts'
import { importing } from './importing.ts'
import { installing } from './installing.ts'
import { nested } from './nested.ts'
import { previewing } from './previewing.ts'
import { underWay } from './progress.ts'
import { refusing } from './refusing.ts'
import { ruleEngines } from './rule-engines.ts'

interface Asked {
  /** People, or assignments for the import; absent: the full size of each measure. */
  readonly size: number | null
  readonly only: string | null
  readonly json: boolean
}

const optionOf = (args: readonly string[], name: string): string | null =>
  args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : null

const asked = (args: readonly string[]): Asked | null => {
  const [people, only] = [optionOf(args, '--people'), optionOf(args, '--only')]
  const size = people === null ? null : Number(people)
  const known = only === null || Object.hasOwn(measures, only)
  if (!known || (size !== null && !(Number.isInteger(size) && size >= 100))) return null
  return { size, only, json: args.includes('--json') }
}

interface Measure {
  readonly fullSize: number
  readonly run: (size: number) => Promise<readonly Figure[]>
}

const measures: Readonly<Record<string, Measure>> = {
  rule: { fullSize: 1_000_000, run: ruleEngines },
  evaluate: { fullSize: 1_000_000, run: evaluating },
  import: { fullSize: 200_000, run: importing },
  due: { fullSize: 1_000_000, run: duePage },
  avoid: { fullSize: 1_000_000, run: avoiding },
  preview: { fullSize: 100_000, run: previewing },
  install: { fullSize: 10_000, run: installing },
  check: { fullSize: 1, run: checking },
  nested: { fullSize: 100_000, run: nested },
  refuse: { fullSize: 5000, run: refusing },
}

const usage = `npm run bench -- [--people N] [--only ${Object.keys(measures).join('|')}] [--json]\n`

const main = async (): Promise<void> => {
  const wants = asked(process.argv.slice(2))
  if (wants === null) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  const figures: Figure[] = []
  const wanted = Object.entries(measures).filter(([name]) => wants.only === null || wants.only === name)
  for (const [place, [name, { fullSize, run }]] of wanted.entries()) {
    try {
      figures.push(...(await underWay(name, wants.size ?? fullSize, [place, wanted.length], run)))
    } catch (error) {
      // What was measured before took long: it is told all the same.
      process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`)
      process.exitCode = 1
    }
  }
  process.stdout.write(wants.json ? `${JSON.stringify(figures, null, 2)}\n` : table(figures))
}

await main()
