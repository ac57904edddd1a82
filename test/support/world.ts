import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { luohe } from '../../plugins/luohe/plugin.ts'
import { national } from '../../plugins/national/plugin.ts'

/** The municipality of the small world, and the day its tests speak of. */
export const city = '411100'
export const today = '2026-11-22'

const unitsOfCity = 6
const sectionsOfUnit = 10

const csv = (header: string, rows: readonly string[]) => [header, ...rows].join('\n')
const two = (n: number) => String(n).padStart(2, '0')

interface Slot {
  readonly unit: string
  readonly section: string
  readonly post: string
  readonly person: string
  readonly n: number
}

const slots: readonly Slot[] = Array.from({ length: unitsOfCity * sectionsOfUnit }, (_, n) => {
  const unit = `U${two(Math.floor(n / sectionsOfUnit) + 1)}`
  const section = `${unit}-${two((n % sectionsOfUnit) + 1)}`
  return { unit, section, post: `P-${section}`, person: `R${two(n + 1)}`, n }
})

/**
 * How long each chief has been in post on the day: every sixth only since 2020 (not due), every sixth since some day of
 * November 2016 (nobody can tell yet), the others since 2012 to 2014 (due).
 */
const since = (n: number): string => (n % 6 === 4 ? '2020-03-01' : n % 6 === 5 ? '2016-11' : `201${2 + (n % 3)}-05-01`)

const units = () =>
  csv('code,name,kind,jurisdiction,parent', [
    ...[...new Set(slots.map(({ unit }) => unit))].map((unit) => `${unit},第${unit}局,organ,${city},`),
    ...slots.map(({ section, unit }) => `${section},${section}科,internal_unit,${city},${unit}`),
  ])

const posts = () =>
  csv('code,unit,title,level,leading,seat,category', [
    ...slots.map(({ post, section }) => `${post},${section},科长,section_chief,yes,chief,civil`),
    'P-SPARE,U01,调研员,section_chief,no,,civil',
  ])

const people = () =>
  csv('code,name,sex,birth,category', [
    ...slots.map(({ person, n }) => `${person},张${two(n + 1)},${n % 2 === 0 ? 'M' : 'F'},1980-0${(n % 9) + 1},civil`),
  ])

const assignments = () =>
  csv('person,post,from,to,capacity', [...slots.map(({ person, post, n }) => `${person},${post},${since(n)},,formal`)])

/** R03 has unfinished business with no end in sight, R16 until 2027: their duty is deferred. */
const states = () =>
  csv('person,kind,from,to,value', [
    'R03,unfinished_business,2026-01-01,,',
    'R16,unfinished_business,2026-01-01,2027-03-01,',
  ])

/** Fills an empty database with one municipality of sixty section chiefs, under the national and the city's own policy. */
export const loadWorld = async (db: Database): Promise<void> => {
  for (const document of [national, luohe]) {
    const outcome = await installPlugin(db, { document, by: 'test' })
    if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
    await runJobsUntilDone(db, outcome.jobs)
  }
  const roster = { units: units(), posts: posts(), people: people(), assignments: assignments(), states: states() }
  const report = await importRoster(db, textSource(roster), { at: city, by: 'test' })
  if (!report.accepted) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
}
