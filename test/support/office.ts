import { isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { endAssignment } from '../../acts/end-assignment.ts'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordState } from '../../acts/record-state.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { transaction } from '../../db/transaction.ts'
import { plugins } from '../../plugins/index.ts'
import { tenurePolicy } from './tenure-policy.ts'
import { withdrawing } from './withdrawing.ts'

const here = '411121'
const people = ['R1', 'R2', 'R3', 'R4', 'R5']
const posts = ['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6']

const two = (n: number) => String(n).padStart(2, '0')

/** A day as files state it: to the day, the month, the year, or not at all. */
const stated = fc
  .record({ year: fc.integer({ min: 1996, max: 2024 }), month: fc.integer({ min: 1, max: 12 }), form: fc.nat(7) })
  .map(({ year, month, form }) =>
    form === 0 ? String(year) : form < 3 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(month + 9)}`,
  )
export const stints = fc.array(
  fc.record({
    post: fc.nat(5),
    start: stated,
    unknown: fc.nat(9),
    capacity: fc.constantFrom('formal', 'formal', 'formal', 'secondment', 'acting'),
  }),
  { minLength: 0, maxLength: 4 },
)
const states = fc.constantFrom('unsuited', 'unfinished_business', 'case_filed', 'potential', 'evident_problem')
export type Career = typeof stints extends fc.Arbitrary<infer C> ? C : never
interface FiledState {
  readonly kind: string
  readonly from: string
}
const who = fc.nat(people.length - 1)

/** What offices do, one after another. */
export const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      who,
      stints,
      state: fc.option(fc.record({ kind: states, from: stated })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reorganise' as const),
      post: fc.nat(5),
      year: fc.integer({ min: 1999, max: 2020 }),
      level: fc.constantFrom('副科', '正科', ''),
      duties: fc.constantFrom('', 'finance', 'audit;personnel'),
      succeeds: fc.option(fc.nat(4)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('record' as const), who, post: fc.nat(5), from: stated }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.nat(20), to: stated }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      which: fc.nat(20),
      from: stated,
      withdrawn: fc.nat(4),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('state' as const),
      who,
      state: states,
      from: stated,
      to: fc.option(stated),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('install' as const),
      years: fc.integer({ min: 4, max: 14 }),
      from: fc.integer({ min: 2000, max: 2024 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('withdraw' as const), from: fc.integer({ min: 2005, max: 2025 }) }),
  },
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const sheet = (...lines: string[]) => `${lines.join('\n')}\n`
const postHead = 'code,unit,title,level,leading,duties,quota,from,to,succeeds'
const ordinaryPost = (code: string, i: number) =>
  `${code},${i < 3 ? 'J1' : 'J2'},职位${i},${i % 2 ? '正科' : '副科'},${i % 2 ? 'yes' : 'no'},,9,,,`

const organisation = {
  units: sheet('code,name,kind,jurisdiction,parent', `J1,财政局,organ,${here},`, `J2,预算科,internal_unit,${here},J1`),
  posts: sheet(postHead, ...posts.map(ordinaryPost)),
}
const person = (i: number) =>
  `${people[i]},人员${i},${i % 2 ? 'F' : 'M'},${1962 + i * 6}-0${i + 1},${i === 3 ? '' : 'civil'}`
const peopleHead = 'code,name,sex,birth,category'

/** Each stint ends where the next one starts; of ten days one is not known. */
const careerSheet = (code: string, career: Career) => {
  const sorted = career.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const dayOf = (stint: Career[number] | undefined) => (stint?.unknown === 0 ? '?' : (stint?.start ?? ''))
  const rows = sorted.map((stint, i) =>
    [code, posts[stint.post], dayOf(stint), dayOf(sorted[i + 1]), stint.capacity].join(','),
  )
  return sheet('person,post,from,to,capacity', ...rows)
}

let serial = 0
const head = () => {
  serial += 1
  return { idempotencyKey: `step ${serial}`, expectedVersion: null }
}
const named = (i: number) => ({ code: people[i] ?? '', at: here })

const assignmentAt = async (db: Database, which: number) => {
  const rows = await transaction(db, { mode: 'read' }, (tx) =>
    tx
      .select({ root: assignment.root, id: assignment.id })
      .from(assignment)
      .where(isNull(assignment.recordedTo))
      .orderBy(assignment.id),
  )
  return rows[which % Math.max(rows.length, 1)] ?? { root: 410000, id: '00000000-0000-7000-8000-000000000000' }
}

const importing = async (db: Database, sheets: Record<string, string>) =>
  (await importRoster(db, textSource(sheets), { at: here, by: 'test', on: '2026-11-22' })).accepted

const finished = async (db: Database, answer: { readonly jobs: readonly string[] } | KnownProblem) => {
  if (answer instanceof KnownProblem) return false
  await runJobsUntilDone(db, answer.jobs)
  return true
}

const fileCareer = (db: Database, who: number, career: Career, state: FiledState | null = null) => {
  const code = people[who] ?? ''
  const states = state === null ? {} : { states: sheet('person,kind,from', `${code},${state.kind},${state.from}`) }
  return importing(db, { people: sheet(peopleHead, person(who)), assignments: careerSheet(code, career), ...states })
}

/** Does it; whether it was taken or refused is all the same to the record. */
export const perform = async (db: Database, s: Step): Promise<boolean> => {
  switch (s.kind) {
    case 'import':
      return fileCareer(db, s.who, s.stints, s.state)
    case 'reorganise': {
      const [code, earlier] = [
        posts[s.post] ?? '',
        s.succeeds === null || s.succeeds === s.post ? '' : (posts[s.succeeds] ?? ''),
      ]
      const unit = s.year % 2 ? 'J1' : 'J2'
      const before = `${code},J1,旧职,副科,no,,9,,${s.year}-01-01,`
      return importing(db, {
        posts: sheet(postHead, before, `${code},${unit},新职,${s.level},yes,${s.duties},9,${s.year}-01-01,,${earlier}`),
      })
    }
    case 'record':
      return !(
        (await recordAssignment(db, 'a', {
          ...head(),
          person: named(s.who),
          post: { code: posts[s.post] ?? '', at: here },
          from: s.from,
        })) instanceof KnownProblem
      )
    case 'end':
      return !(
        (await endAssignment(db, 'a', { ...head(), assignment: await assignmentAt(db, s.which), to: s.to })) instanceof
        KnownProblem
      )
    case 'correct':
      return !(
        (await correctAssignment(db, 'a', {
          ...head(),
          assignment: await assignmentAt(db, s.which),
          from: s.from,
          withdrawn: s.withdrawn === 0,
        })) instanceof KnownProblem
      )
    case 'state':
      return !(
        (await recordState(db, 'a', {
          ...head(),
          person: named(s.who),
          kind: s.state,
          from: s.from,
          to: s.to,
        })) instanceof KnownProblem
      )
    case 'install':
      return finished(
        db,
        await installPlugin(db, { document: tenurePolicy(s.years), by: 'test', effectiveFrom: `${s.from}-01-01` }),
      )
    case 'withdraw':
      return finished(db, await withdrawing(db, 'example', '411100', `${s.from}-07-01`))
  }
}

/** A small office with its people's careers, the law of the nation and of Luohe, and measures that change often. */
export const openOffice = async (db: Database, careers: readonly Career[]): Promise<void> => {
  const everyone = sheet(peopleHead, ...people.map((_, i) => person(i)))
  if (!(await importing(db, { ...organisation, people: everyone }))) throw new Error('The office was not taken.')
  for (const [i, career] of careers.entries()) await fileCareer(db, i, career)
  for (const document of [...plugins.filter(({ id }) => id === 'national' || id === 'luohe'), tenurePolicy(10)]) {
    if (!(await finished(db, await installPlugin(db, { document, by: 'test' })))) throw new Error('It was refused.')
  }
}
