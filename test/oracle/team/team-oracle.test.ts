import { describe, expect, test } from 'vitest'
import { type Condition, casePerson, teamJudge } from '../../../policy/index.ts'
import { teamRule } from '../../support/bars.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { dayOfText } from '../calendar.ts'
import { type Dice, diceOf } from '../random.ts'
import { type Asked, completion, failsOn } from './by-definition.ts'
import { home, onFile, type Soul, soulsOf } from './story.ts'

const native: Condition = { native: { place: 'team', basis: ['birth', 'growth'] } }
const who = { natives: native, others: { not: native }, all: null }

/** The oracle's rule as a document writes it. */
const written = (asked: Asked): Condition => {
  if ('every' in asked) return { all: asked.every.map(written) }
  if ('some' in asked) return { any: asked.some.map(written) }
  if ('no' in asked) return { not: written(asked.no) }
  const limit = asked.least ? 'atLeast' : 'atMost'
  if ('n' in asked) {
    const whose = who[asked.of]
    return { count: { ...(whose === null ? {} : { who: whose }), [limit]: asked.n } }
  }
  const over = asked.seats === undefined ? {} : { over: 'seats' as const }
  return { share: { who: who[asked.of], [limit]: `${asked.p}/${asked.q}`, ...over } }
}

const plainRule = (dice: Dice, seats: number): Asked => {
  const [of, least] = [dice.pick(['natives', 'others'] as const), dice.chance(0.5)]
  if (dice.chance(0.3)) return { of: dice.pick(['natives', 'others', 'all'] as const), n: dice.int(0, 3), least }
  const q = dice.int(1, 4)
  return { of, p: dice.int(1, q), q, least, ...(dice.chance(0.3) ? { seats } : {}) }
}

const ruleOf = (dice: Dice, seats: number): Asked => {
  const one = () => plainRule(dice, seats)
  if (dice.chance(0.5)) return one()
  return dice.pick([{ every: [one(), one()] }, { some: [one(), one()] }, { no: one() }])
}

const [first, last] = [dayOfText('2019-12-30'), dayOfText('2020-07-02')]
const kinds = { committee: 'party_committee', government: 'government' } as const
const teamNames = ['committee', 'government'] as const

/** What the judge says of each group of teams, and whom that group is. */
const judged = (souls: readonly Soul[], asked: Asked, together: boolean, seats: number) => {
  const people = souls.map((soul, i) => casePerson({ ...onFile(soul), name: `p${i}` }, exampleCity))
  const always = { surely: [-Infinity, Infinity], possibly: [-Infinity, Infinity] }
  const each = together ? seats / 2 : seats
  const teams = teamNames.map((id) => ({
    ...{ id, kind: kinds[id], place: home, authority: exampleCity, days: always },
    members: people.filter(({ pieces }) => pieces.some(({ team }) => team === id)),
    seats: [{ from: -Infinity, to: Infinity, seats: each }],
  }))
  const rule = teamRule(written(asked), { groupBy: together ? 'place' : 'team' })
  const found = teamJudge([installed(measures([rule]))], settingWith()).findings(teams)
  return (together ? [[...teamNames]] : teamNames.map((id) => [id])).map((group) => ({
    group,
    spans: found.filter((f) => f.teams.join() === group.join()).flatMap(({ spans }) => spans),
  }))
}

const examined = (seed: number, blur: number) => {
  const dice = diceOf(seed)
  const souls = soulsOf(dice, blur)
  const seats = 2 * dice.int(1, 4)
  const asked = ruleOf(dice, seats)
  const together = dice.chance(0.4)
  const answers = judged(souls, asked, together, seats)
  const wrong: string[] = []
  const tally = { ACTIVE: 0, UNDETERMINED: 0, none: 0 }
  for (let i = 0; i < (blur === 0 ? 1 : 12); i += 1) {
    const people = completion(souls, dice)
    for (const { group, spans } of answers) {
      for (let day = first; day < last; day += 1) {
        const status = spans.find(({ from, to }) => from <= day && day < to)?.status ?? 'none'
        const fails = failsOn(people, group, asked, day)
        if (status === 'ACTIVE' || status === 'UNDETERMINED' || status === 'none') tally[status] += 1
        if (fails ? status === 'none' : status === 'ACTIVE')
          wrong.push(`seed ${seed}: ${group} on ${day}: ${status}, and it ${fails ? 'fails' : 'does not fail'}`)
      }
    }
  }
  return { wrong: wrong.slice(0, 3), tally }
}

const sums = (all: readonly ReturnType<typeof examined>[]) =>
  all.reduce(
    (sum, { tally }) => ({
      ACTIVE: sum.ACTIVE + tally.ACTIVE,
      UNDETERMINED: sum.UNDETERMINED + tally.UNDETERMINED,
      none: sum.none + tally.none,
    }),
    { ACTIVE: 0, UNDETERMINED: 0, none: 0 },
  )

describe('a team judged, against counting heads day by day', () => {
  test('whatever is not on file turns out to be, what surely fails fails, and what cannot fail does not', () => {
    const all = Array.from({ length: 400 }, (_, seed) => examined(seed, 0.4))
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(Object.values(sums(all)).every((days) => days > 10_000)).toBe(true)
  })

  test('where everything is on file, the answer is what counting gives', () => {
    const all = Array.from({ length: 400 }, (_, seed) => examined(seed + 10_000, 0))
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([])
    const { ACTIVE, UNDETERMINED, none } = sums(all)
    expect(UNDETERMINED).toBe(0)
    expect(ACTIVE > 5000 && none > 5000).toBe(true)
  })
})
