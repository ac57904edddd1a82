import { evaluateExpressionSync } from '@gorules/zen-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { divisions } from '../db/divisions.ts'
import { luohe } from '../plugins/luohe/plugin.ts'
import {
  compile,
  type Day,
  day,
  daysToRetirement,
  dayText,
  digestOf,
  has,
  type Judge,
  type PersonFacts,
} from '../policy/index.ts'
import { home, peopleBetween } from './career.ts'
import { type Figure, rateFigure } from './figure.ts'
import { seconds } from './stopwatch.ts'

const on: Day = day('2026-11-22')
const blockSize = 20_000
const batchSize = 1000

/** One real rule: ten years in one post at section level (LH-M1), and nothing beside it. */
const oneRule = (): Judge => {
  const plugin = { ...luohe, rules: luohe.rules.filter(({ id }) => id === 'lh-m1') }
  const installed = { plugin, digest: digestOf(plugin), jurisdiction: home, effectiveFrom: '2006-08-06' } as const
  const setting = { divisions, terms: () => [], predecessors: () => [] }
  return compile([{ ...installed, effectiveTo: null }], setting)
}

/** What the other engines are given, worked out for them beforehand and for the one day: they know no careers. */
interface Facts {
  readonly level: string
  readonly yearsInPost: number
  readonly retired: boolean
}

const fullYears = (since: Day): number => {
  const [from, to] = [dayText(since), dayText(on)]
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
}

const factsOf = (person: PersonFacts): Facts => {
  const held = person.pieces.at(-1)
  return {
    level: held?.level ?? '',
    yearsInPost: fullYears(held?.from.hi ?? on),
    retired: has(daysToRetirement(person, { months: 0, days: 1 }).possibly, on),
  }
}

const binding: RuleProperties = {
  conditions: {
    all: [
      { fact: 'level', operator: 'in', value: ['section_deputy', 'section_chief'] },
      { fact: 'yearsInPost', operator: 'greaterThanInclusive', value: 10 },
      { fact: 'retired', operator: 'equal', value: false },
    ],
  },
  event: { type: 'due' },
}

/** One call for a thousand people: by far the fastest of its modes. */
const expression = `count(people, #.level in ["section_deputy", "section_chief"] and #.yearsInPost >= 10 and not #.retired)`

const zen = (facts: readonly Facts[]): number => {
  let due = 0
  for (let i = 0; i < facts.length; i += batchSize)
    due += Number(evaluateExpressionSync(expression, { people: facts.slice(i, i + batchSize) }))
  return due
}

const jsonRules = async (facts: readonly Facts[]): Promise<number> => {
  const engine = new Engine([binding])
  let due = 0
  for (const person of facts) due += (await engine.run({ ...person })).events.length
  return due
}

const everyDay = (judge: Judge, people: readonly PersonFacts[]): number => {
  let due = 0
  for (const person of people) if (judge.assess(person).some((a) => has(a.due.surely, on))) due += 1
  return due
}

/** Every engine has seen enough people to be compiled before the clock runs. */
const warmUp = async (judge: Judge): Promise<void> => {
  const people = peopleBetween(0, 20_000)
  const facts = people.map(factsOf)
  for (let round = 0; round < 3; round += 1) everyDay(judge, people)
  zen(facts)
  await jsonRules(facts.slice(0, 5_000))
}

/**
 * One rule over many people in memory. Ours answers for every day of each life, in three values, from the career; the
 * others answer yes or no for one day from facts made ready for them. All must find the same people due that day.
 */
export const ruleEngines = async (count: number): Promise<readonly Figure[]> => {
  const judge = oneRule()
  await warmUp(judge)
  const spent = { ours: 0, zen: 0, jsonRules: 0 }
  const due = { ours: 0, zen: 0, jsonRules: 0 }
  for (let from = 0; from < count; from += blockSize) {
    const people = peopleBetween(from, Math.min(count, from + blockSize))
    const facts = people.map(factsOf)
    spent.ours += await seconds(() => {
      due.ours += everyDay(judge, people)
    })
    spent.zen += await seconds(() => {
      due.zen += zen(facts)
    })
    spent.jsonRules += await seconds(async () => {
      due.jsonRules += await jsonRules(facts)
    })
  }
  if (due.ours !== due.zen || due.ours !== due.jsonRules)
    throw new Error(`The engines disagree: ${JSON.stringify(due)} due.`)
  const name = `one rule, ${count} people, every day of a life`
  return [
    rateFigure(name, 'people/s', count / spent.ours, ['zen-engine, one day', count / spent.zen], 10),
    rateFigure(name, 'people/s', count / spent.ours, ['json-rules-engine, one day', count / spent.jsonRules], 50),
  ]
}
