import { describe, expect, it } from 'vitest'
import { compile } from '../../policy/index.ts'
import { atoms } from './atoms.ts'
import { blurred } from './blur.ts'
import { randomPerson } from './careers.ts'
import { compare, type Disagreement, type Story, type Tally } from './compare.ts'
import { randomSetting } from './country.ts'
import { randomLaw } from './lawbook.ts'
import { type Dice, diceOf } from './random.ts'
import { shrunk, tellStory } from './story.ts'

const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 2 ** 31))
const careers = Number(process.env.ORACLE_CAREERS ?? 20_000)
const careersPerLaw = 8
/** How often, in 20,000 careers, each part of the language must have said yes and no, and each status been given. */
const least = Math.floor((200 * careers) / 20_000)

/** How much of a file is blurred: none, one fact, or several. */
const blurOf = (dice: Dice): number => dice.pick([0, 0, 0, 0, 1, 1, 1, 1, 2, 4])

const judged = (story: Story) => compile(story.installations, story.setting).findings(story.person)

/** The smallest story that shows the disagreement, looked for during some seconds. */
const report = (story: Story, at: number): string => {
  const again = (other: Story): Disagreement | null => compare(other, judged(other), diceOf(at), new Map())
  const until = performance.now() + 10_000
  const small = shrunk(story, (other) => performance.now() < until && again(other) !== null)
  const found = again(small)
  return found === null ? 'The disagreement vanished on repetition.' : tellStory(small, found)
}

/** Judges eight careers under one law; the story of the first disagreement, or `null`. */
const disagreementFrom = (start: number, tally: Tally): string | null => {
  const dice = diceOf(seed + start)
  const [installations, setting] = [randomLaw(dice), randomSetting(dice)]
  const judge = compile(installations, setting)
  for (let career = start; career < start + careersPerLaw; career += 1) {
    const person = blurred(dice, randomPerson(dice), blurOf(dice))
    const story = { person, installations, setting }
    if (compare(story, judge.findings(person), diceOf(seed + career), tally) !== null)
      return `ORACLE_SEED=${seed}, career ${career}\n${report(story, seed + career)}`
  }
  return null
}

const tried = [
  ...Object.keys(atoms).map((name) => `atom ${name}`),
  ...['chain', 'exists', 'serving'].map((name) => `atom ${name}`),
  ...['ACTIVE', 'EXEMPT', 'DEFERRED', 'UNDETERMINED', 'none'].map((status) => `status ${status}`),
  'days exactly undetermined',
]

describe(`the slow oracle, seed ${seed}`, () => {
  const tally: Tally = new Map()

  it(`agrees with the engine on ${careers} careers, completion by completion`, { timeout: 600_000 }, () => {
    console.info(`ORACLE_SEED=${seed}`)
    for (let start = 0; start < careers; start += careersPerLaw) expect(disagreementFrom(start, tally)).toBeNull()
  })

  it.each(tried)('has really tried %s', (what) => {
    expect(tally.get(what) ?? 0, `of ${JSON.stringify([...tally].sort())}`).toBeGreaterThanOrEqual(least)
  })
})
