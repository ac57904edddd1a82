/**
 * What judging costs: `node --import tsx bench/evaluate.ts [people]`.
 *
 * The engine finds, for each person, every day on which any of the installed rules binds. Beside it, in the same run, a
 * plain loop asks of one rule (ten years in one post) for one day, the way a report that is run every morning would. The
 * ratio says how many mornings of one rule one judging of all rules is worth.
 */

import { luohe } from '../plugins/luohe/plugin.ts'
import { national } from '../plugins/national/plugin.ts'
import { type CareerLine, casePerson, compile, digestOf, divisionsByCode, type PersonFacts } from '../policy/index.ts'

const count = Number(process.argv[2] ?? 2000)
const day = { on: '2026-11-22', tenYearsBefore: '2016-11-22' }

/** Four posts each, of two to eight years; the last one still held. */
const careerOf = (n: number): readonly CareerLine[] => {
  const starts = [0, 1, 2, 3].map((i) => 2000 + i * 5 + ((n * (i + 3)) % 5))
  return starts.map((year, i) => {
    const to = starts[i + 1]
    const line = {
      post: `post ${n} ${i}`,
      from: `${year}-0${1 + (n % 9)}`,
      level: 'section_chief',
      leading: true,
    } as const
    return { ...line, unitKind: 'internal_unit', ...(to === undefined ? {} : { to: `${to}-0${1 + (n % 9)}` }) }
  })
}

const seconds = (work: () => void): number => {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

const careers = Array.from({ length: count }, (_, n) => careerOf(n))
const people: readonly PersonFacts[] = careers.map((career, n) => casePerson({ name: `person ${n}`, career }, '411100'))
const installations = [national, luohe].map((plugin) => ({
  ...{ plugin, digest: digestOf(plugin), jurisdiction: plugin.jurisdiction ?? '100000' },
  ...{ effectiveFrom: '2006-08-06', effectiveTo: null },
}))
const setting = { divisions: divisionsByCode, terms: () => [], predecessors: () => [] }
const judge = compile(installations, setting)
for (const person of people.slice(0, 200)) judge.findings(person)

let findings = 0
let due = 0
const engine = seconds(() => {
  for (const person of people) findings += judge.findings(person).length
})
const loop = seconds(() => {
  for (const career of careers)
    if (career.some(({ from, to }) => `${from}-01` <= day.tenYearsBefore && (to === undefined || to > day.on))) due += 1
})

const each = (total: number) => `${((total / count) * 1e6).toFixed(2)} µs per person`
process.stdout.write(
  [
    `${count} people, ${judge.rules.length} rules`,
    `engine, all rules, all days: ${each(engine)}, ${Math.round(count / engine)} people per second, ${findings} findings`,
    `plain loop, one rule, one day: ${each(loop)}, ${due} due`,
    `one judging costs as much as ${Math.round(engine / loop)} mornings of one rule\n`,
  ].join('\n'),
)
