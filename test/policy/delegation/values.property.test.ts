import { expect, test } from 'vitest'
import {
  type CareerLine,
  casePerson,
  compile,
  type Day,
  type Days,
  type DivisionLevel,
  day,
  dayText,
  has,
  type Installation,
  lasting,
  param,
  type RotationRule,
} from '../../../policy/index.ts'
import { addYears } from '../../oracle/calendar.ts'
import { divisions } from '../../oracle/country.ts'
import { type Dice, diceOf } from '../../oracle/random.ts'
import { duty, settingWith } from '../../support/example-policy.ts'
import { at, type Dated, levelOf, localOf, nationOf } from './made-up-country.ts'

/** What a place says of the nation's parameter, to be read by the oracle day by day. */
interface Said {
  readonly at: string
  readonly from: Day
  readonly to: Day
  readonly values: Dated
}

/** One version of the nation's rule: its days, its values, who may set others, and how many years these may be. */
interface Version {
  readonly from: Day
  readonly to: Day
  readonly values: Dated
  readonly levels: readonly DivisionLevel[]
  readonly least: number
  readonly most: number
}

interface World {
  readonly versions: readonly Version[]
  readonly said: readonly Said[]
  readonly installations: readonly Installation[]
}

const tenure = ({ levels, least, most }: Version): RotationRule =>
  duty(lasting({ atLeast: param('years') }), {
    id: 'tenure',
    per: [],
    ...(levels.length > 0
      ? { delegable: [{ parameter: 'years', min: `P${least}Y`, max: `P${most}Y`, to: levels }] }
      : {}),
  })

/** The same years, which nobody may set otherwise. */
const fixed = duty(lasting({ atLeast: param('years') }), { id: 'fixed', catalogueId: 'EX-2', per: [] })

const years = (dice: Dice, lo: number, hi: number): string => `P${dice.int(lo, hi)}Y`
const from = (dice: Dice, lo: number, hi: number): string =>
  `${dice.int(lo, hi)}-${dice.pick(['01-01', '02-28', '07-15', '12-31'])}`

const valuesOf = (dice: Dice): Dated => {
  const days = [
    ...new Set([from(dice, 2000, 2008), ...dice.some([from(dice, 2009, 2014), from(dice, 2015, 2022)], 0, 2)]),
  ]
  return days.map((d, i) => [d, i > 0 && dice.chance(0.2) ? null : years(dice, 1, 14)])
}

const worldOf = (dice: Dice): World => {
  const change = day(from(dice, 2010, 2020))
  const own: Dated = [
    ['1999-01-01', years(dice, 4, 10)],
    ...(dice.chance(0.4) ? [[from(dice, 2008, 2016), years(dice, 4, 10)] as const] : []),
  ]
  const version = (start: Day, end: Day): Version => ({
    ...{ from: start, to: end, values: own, least: dice.int(2, 4), most: dice.int(8, 13) },
    levels: dice.some(['province', 'municipality', 'county'] as const, 0, 3),
  })
  const started = day('2000-01-01')
  const versions = dice.chance(0.5)
    ? [version(started, change), version(change, Infinity)]
    : [version(started, Infinity)]
  const places = dice.some(['410000', '411100', '410100', '411102', '411103', '410102'], 1, 5)
  const said = places.flatMap((place): Said[] => {
    const start = day(from(dice, 2000, 2012))
    const end = dice.chance(0.3) ? day(from(dice, 2014, 2022)) : Infinity
    const first = { at: place, from: start, to: end, values: valuesOf(dice) }
    return end !== Infinity && dice.chance(0.6)
      ? [first, { at: place, from: end, to: Infinity, values: valuesOf(dice) }]
      : [first]
  })
  const textOf = (end: Day) => (end === Infinity ? null : dayText(end))
  return {
    versions,
    said,
    installations: [
      ...versions.map((v, i) =>
        at(nationOf([tenure(v), fixed], { years: own }, `1.${i}.0`), dayText(v.from), textOf(v.to)),
      ),
      ...said.map(({ at: place, from: start, to: end, values }, i) =>
        at(localOf(place, { years: values }, `1.${i}.0`), dayText(start), textOf(end)),
      ),
    ],
  }
}

interface Job {
  readonly from: Day
  readonly to: Day
  readonly authority: string
}

const count = (value: unknown): number => Number(String(value).replace(/\D/g, ''))

/** The number of years a list of values gives for a day. */
const on = (values: Dated, d: Day): number | null => {
  let current: number | null = null
  for (const [start, value] of numbersOf(values)) if (start <= d) current = value
  return current
}

const numbers = new Map<Dated, readonly (readonly [Day, number | null])[]>()
const numbersOf = (values: Dated) => {
  const known = numbers.get(values)
  if (known !== undefined) return known
  const read = values.map(([start, value]) => [day(start), value === null ? null : count(value)] as const)
  numbers.set(values, read)
  return read
}

/** The years that count for someone managed there on a day, read straight from the sentence of the law. */
const yearsOn = ({ said }: World, version: Version, authority: string, d: Day): number => {
  for (const place of divisions.chain(authority).toReversed()) {
    const there = said.find((s) => s.at === place && s.from <= d && d < s.to)
    const value = there === undefined ? null : on(there.values, d)
    if (value === null || !version.levels.includes(levelOf(place))) continue
    if (version.least <= value && value <= version.most) return value
  }
  return on(version.values, d) ?? Infinity
}

/** Whether the delegated rule binds on a day, or the fixed one. */
const binds = (world: World, jobs: readonly Job[], rule: 'tenure' | 'fixed', d: Day): boolean => {
  const job = jobs.find((held) => held.from <= d && d < held.to)
  const version = world.versions.find((v) => v.from <= d && d < v.to)
  if (job === undefined || version === undefined) return false
  const n = rule === 'fixed' ? (on(version.values, d) ?? Infinity) : yearsOn(world, version, job.authority, d)
  return n < Infinity && d >= anniversary(runStart(jobs, job.from), n)
}

const anniversaries = new Map<string, Day>()
const anniversary = (start: Day, n: number): Day => {
  const name = `${start} ${n}`
  const known = anniversaries.get(name) ?? addYears(start, n)
  anniversaries.set(name, known)
  return known
}

/** The first day of the unbroken service a job belongs to. */
const runStart = (jobs: readonly Job[], start: Day): Day => {
  const before = jobs.find(({ to }) => to === start)
  return before === undefined ? start : runStart(jobs, before.from)
}

const horizon = day('2028-01-01')

/** A career between the counties and cities of one province; `blur`: one move is only known by its month. */
const careerOf = (dice: Dice, blur: boolean) => {
  const moves = dice.int(1, 4)
  const days = [
    ...new Set(Array.from({ length: moves + 1 }, () => day(from(dice, 2001, 2022)) + dice.int(0, 200))),
  ].sort((a, b) => a - b)
  const blurred = blur && days.length > 1 ? dice.int(1, days.length - 1) : -1
  const gap = dice.chance(0.25) && blurred !== 1 ? 40 : 0
  const stints = days.map((start, i) => ({
    start,
    end: i === 0 && days[1] !== undefined ? Math.max(start + 1, days[1] - gap) : (days[i + 1] ?? Infinity),
    authority: dice.pick(['411102', '411103', '410102', '410103', '411100', '410100']),
  }))
  const text = (d: Day, i: number) => (i === blurred ? dayText(d).slice(0, 7) : dayText(d))
  const lines = stints.map(
    ({ start, end, authority }, i): CareerLine => ({
      ...{ post: `post ${i}`, from: text(start, i), authority, place: authority, level: 'section_chief' },
      ...(end === Infinity ? {} : { to: text(end, i + 1) }),
    }),
  )
  /** The career, had the blurred move happened on this day of its month. */
  const jobsAt = (d: Day | null): readonly Job[] =>
    stints.map(({ start, end, authority }, i) => ({
      authority,
      from: d !== null && i === blurred ? d : start,
      to: d !== null && i + 1 === blurred ? d : end,
    }))
  const month = blurred < 0 ? [] : daysOfMonth(days[blurred] ?? 0)
  return { lines, completions: blurred < 0 ? [jobsAt(null)] : month.map(jobsAt), stints, blurred }
}

const daysOfMonth = (d: Day): readonly Day[] => {
  const month = dayText(d).slice(0, 7)
  const first = day(`${month}-01`)
  return Array.from({ length: 31 }, (_, i) => first + i).filter((each) => dayText(each).startsWith(month))
}

const judged = (world: World, lines: readonly CareerLine[], rule: string) => {
  const person = casePerson({ name: 'A', person: { birth: '1985-05-05' }, career: lines }, '411102')
  const findings = compile(world.installations, settingWith({ divisions })).findings(person)
  return findings.filter((finding) => finding.rule === `nat/${rule}`)
}

const story = (world: World, lines: readonly CareerLine[]) =>
  JSON.stringify({ ...world, installations: undefined, lines }, (_, v) => (v === Infinity ? 'ever' : v))

test('a delegated value counts on exactly the days its place is on the chain, and nowhere else', () => {
  let [differing, unlawful] = [0, 0]
  for (let seed = 1; seed <= 250; seed += 1) {
    const dice = diceOf(seed)
    const [world, { lines, completions }] = [worldOf(dice), careerOf(dice, false)]
    const [jobs = []] = completions
    for (const rule of ['tenure', 'fixed'] as const) {
      const findings = judged(world, lines, rule)
      const found: Days = findings.flatMap(({ from: start, to }) => [start, Math.min(to, horizon)])
      for (let d = day('2000-01-01'); d < horizon; d += 1) {
        const bound = binds(world, jobs, rule, d)
        if (has(found, d) !== bound) expect.fail(`seed ${seed}, ${rule} on ${dayText(d)}: ${story(world, lines)}`)
        if (rule === 'tenure' && bound !== binds(world, jobs, 'fixed', d)) differing += 1
      }
      for (const { spans } of findings) expect(new Set(spans.map(({ status }) => status))).toEqual(new Set(['ACTIVE']))
    }
    if (world.said.some(({ values }) => values.some(([, v]) => v !== null && count(v) > 13))) unlawful += 1
  }
  expect(differing).toBeGreaterThan(50_000)
  expect(unlawful).toBeGreaterThan(20)
})

test('where a move is known by its month alone, sure is what holds whatever its day, open what hangs on it', () => {
  let open = 0
  for (let seed = 1; seed <= 150; seed += 1) {
    const dice = diceOf(seed * 7919)
    const [world, { lines, completions, stints, blurred }] = [worldOf(dice), careerOf(dice, true)]
    // A month with two moves in it, or a stint that could vanish, is another question.
    const month = stints[blurred]?.start ?? 0
    const near = stints.some(({ start }, i) => i !== blurred && Math.abs(start - month) < 62)
    if (near || completions.length < 2) continue
    const spans = judged(world, lines, 'tenure').flatMap((finding) => finding.spans)
    for (let d = day('2000-01-01'); d < horizon; d += Math.abs(d - month) < 40 ? 1 : 11) {
      const holding = completions.filter((jobs) => binds(world, jobs, 'tenure', d)).length
      const expected = holding === completions.length ? 'ACTIVE' : holding > 0 ? 'UNDETERMINED' : 'none'
      const status = spans.find((s) => s.from <= d && d < s.to)?.status ?? 'none'
      if (status !== expected)
        expect.fail(`seed ${seed} on ${dayText(d)}: ${status}, not ${expected}: ${story(world, lines)}`)
      if (expected === 'UNDETERMINED') open += 1
    }
  }
  expect(open).toBeGreaterThan(100)
})
