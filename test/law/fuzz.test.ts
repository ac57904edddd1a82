import { expect, test } from 'vitest'
import { roundOf } from '../fuzz/round.ts'

/** Other seeds are for `npm run fuzz`; these are the same each time, so that what fails here fails for everyone. */
const rounds = 600

test('a document near the grammar is refused at a place it has, or judges everyone alike; never an exception', () => {
  const outcomes = { refused: 0, judged: 0 }
  for (let seed = 1; seed <= rounds; seed += 1) outcomes[roundOf(seed)] += 1
  expect(outcomes.refused).toBeGreaterThan(rounds / 10)
  expect(outcomes.judged).toBeGreaterThan(rounds / 10)
}, 120_000)
