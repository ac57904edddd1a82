import { roundOf } from './round.ts'

const optionOf = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const [rounds, first] = [optionOf('--rounds', 100_000), optionOf('--seed', 1)]

if (!(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(first))) {
  process.stderr.write('npm run fuzz -- [--rounds N] [--seed N]\n')
  process.exitCode = 2
} else {
  const outcomes = { refused: 0, judged: 0 }
  for (let seed = first; seed < first + rounds; seed += 1) {
    try {
      outcomes[roundOf(seed)] += 1
    } catch (error) {
      process.exitCode = 1
      const why = error instanceof Error ? error.stack : String(error)
      process.stderr.write(`seed ${seed}: ${why}\n  again: npm run fuzz -- --rounds 1 --seed ${seed}\n`)
    }
    if ((seed - first + 1) % 10_000 === 0) process.stderr.write(`${seed - first + 1} of ${rounds}\n`)
  }
  process.stdout.write(
    `${rounds} documents from seed ${first}: ${outcomes.refused} refused, ${outcomes.judged} judged\n`,
  )
}
