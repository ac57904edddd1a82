import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import { transaction } from '../../db/transaction.ts'
import { digestOf, type Installation, type PluginDocument, packageBytes, policyDigest } from '../../policy/index.ts'
import { csv } from '../roster/office.ts'
import { exampleCity as city } from '../support/example-policy.ts'
import { askOver } from '../support/over-http.ts'
import { type AskAs, policySteps } from '../support/policy-steps.ts'
import { keyPair, packaged } from '../support/sample-package.ts'
import { endProcess, type ServerProcess, startProcess } from '../support/server-process.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const [tenYears, sevenYears] = [tenurePolicy(10), tenurePolicy(7)]
const key = keyPair()
/** Years in post of each officer at the beginning of this year. */
const officers = new Map(Array.from({ length: 120 }, (_, n) => [`P${n + 1}`, (n % 15) + 1]))

let folder: string
let server: ServerProcess
let today: string
let year: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-life-'))
  const { ownerUrl, appUrl, connect, stop } = await openEmbedded(folder)
  await migrate(ownerUrl, appUrl)
  const db = connect()
  today = await transaction(db, { mode: 'read' }, todayInLaw)
  year = Number(today.slice(0, 4))
  await fill(db).finally(() => db.close())
  await stop()
  server = await startProcess(folder)
})

afterAll(async () => {
  await endProcess(server, 'SIGKILL')
  await stopEmbedded(folder)
  rmSync(folder, { recursive: true, force: true })
})

/** A city of a hundred and twenty officers, whose policy is that of ten years. */
const fill = async (db: Database): Promise<void> => {
  const codes = [...officers.keys()]
  const report = await importRoster(
    db,
    textSource({
      units: csv(['code|name|kind|jurisdiction|parent', `U1|财政局|organ|${city}|`]),
      posts: csv([
        'code|unit|title|level|leading|category|quota',
        ...codes.map((n) => `Z${n}|U1|科长|正科|yes|civil|1`),
      ]),
      people: csv(['code|name|sex|birth|category', ...codes.map((n) => `${n}|张${n}|M|1985-01|civil`)]),
      assignments: csv(['person|post|from|to', ...[...officers].map(([n, y]) => `${n}|Z${n}|${year - y}-01-01|`)]),
    }),
    { at: city, by: 'test' },
  )
  if (!report.accepted) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
  const outcome = await installPlugin(db, { document: tenYears, by: 'operator' })
  if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
  await runJobsUntilDone(db, outcome.jobs)
}

/** What is said of one officer: since when, under a rule of how many years. */
type Told = readonly [code: string, since: string, years: number]

/** One state of what is installed: its name, and all that must be said under it on a day from today on. */
interface Version {
  readonly name: string
  readonly digest: string
  readonly due: readonly Told[]
}

const after = (code: string, years: number) => `${year - (officers.get(code) ?? 0) + years}-01-01`

/** Whoever has served so long by then; under a rule that counts from today on, since today at the earliest. */
const dueUnder = (years: number, on: string, counts: 'always' | 'from today'): readonly Told[] =>
  [...officers.keys()].flatMap((code): Told[] => {
    const since = after(code, years)
    if (since > on) return []
    // The ten years of the policy before bound until today, and the days join.
    const before = after(code, 10) < today ? after(code, 10) : today
    return [[code, counts === 'always' || since > today ? since : before, years]]
  })

const standing = (plugin: PluginDocument, effectiveFrom: string, effectiveTo: string | null): Installation => ({
  ...{ plugin, digest: digestOf(plugin), jurisdiction: city, effectiveFrom, effectiveTo },
})

/** The four states of this test's policy, in their order. */
const versionsOn = (on: string): readonly Version[] => {
  const [always, until] = [standing(tenYears, '2000-01-01', null), standing(tenYears, '2000-01-01', today)]
  const named = (name: string, installed: readonly Installation[], due: readonly Told[]) => ({
    ...{ name, digest: policyDigest(installed), due },
  })
  return [
    named('ten years', [always], dueUnder(10, on, 'always')),
    named('seven years from today', [until, standing(sevenYears, today, null)], dueUnder(7, on, 'from today')),
    named('ten years again', [until, standing(tenYears, today, null)], dueUnder(10, on, 'always')),
    named('none from today', [until], []),
  ]
}

const ask: AskAs = (query, variables, actor) => askOver(server.url, query, variables, { 'x-cadre-actor': actor })
const steps = policySteps(ask)

const sent = async (document: PluginDocument, sequence: number): Promise<string> => {
  const bytes = packageBytes(packaged(document, key.privatePem, { sequence, target: city }))
  const response = await fetch(`${server.url}/plugins`, {
    method: 'PUT',
    body: Buffer.from(bytes),
    headers: { 'x-cadre-actor': 'author', 'content-type': 'application/json' },
  })
  const told = await response.json()
  expect([response.status, told.digest]).toEqual([201, digestOf(document)])
  return told.digest
}

const jobsDone = async (ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    for (;;) {
      const { data } = await ask('query ($id: ID!) { job(id: $id) { state problems } }', { id }, 'author')
      if (data.job.state === 'DONE') break
      if (data.job.state === 'FAILED') throw new Error(JSON.stringify(data.job.problems))
      await pause(50)
    }
  }
}

const previewed = async (plugin: string) => {
  const begun = await steps.startPreview('author', { jurisdiction: city, plugin, effectiveFrom: today, horizon: 5 })
  expect(begun.__typename).toBe('StartPreviewPayload')
  await jobsDone([begun.job.id])
  return steps.preview(begun.preview.id, 200)
}

const listQuery = `query ($on: Date!) { jurisdiction(code: "${city}") { findings(on: $on, first: 200) {
  evaluation { policyDigest } edges { node { person { code } since rule { text } } } } } }`
const personQuery = `query ($code: String!, $on: Date!) { person(code: $code) { authority { evaluation { policyDigest } }
  findings(on: $on) { since rule { text } explanation { text } } } }`

interface FindingTold {
  readonly since: string
  readonly rule: { readonly text: string }
  readonly explanation?: { readonly text: string } | null
}

const yearsIn = (text: string): number => Number(/满(\d+)年/.exec(text)?.[1])
const sorted = (told: readonly Told[]) => told.map((each) => each.join(' ')).sort()

/** Looks at one answer after another until told to stop; each must be that of the version it names. */
const reader = async (on: string, look: () => Promise<readonly [string, readonly Told[], (told: Told) => boolean]>) => {
  const versions = versionsOn(on)
  const seen: string[] = []
  while (!over.signal.aborted) {
    const [digest, told, concerns] = await look()
    const version = versions.find((each) => each.digest === digest)
    expect(version, `${digest} names no version`).toBeDefined()
    expect([version?.name, sorted(told)]).toEqual([version?.name, sorted(version?.due.filter(concerns) ?? [])])
    seen.push(version?.name ?? '')
    await pause(10)
  }
  return seen
}

const over = new AbortController()

const listReader = (on: string) =>
  reader(on, async () => {
    const { data, errors } = await ask(listQuery, { on }, 'reader')
    expect(errors).toBeUndefined()
    const { evaluation, edges } = data.jurisdiction.findings
    const told = edges.map(({ node }: { node: FindingTold & { person: { code: string } } }): Told => {
      return [node.person.code, node.since, yearsIn(node.rule.text)]
    })
    return [evaluation.policyDigest, told, () => true]
  })

const personReader = (on: string, first: number) => {
  let turn = first
  return reader(on, async () => {
    turn += 7
    const code = `P${(turn % officers.size) + 1}`
    const { data, errors } = await ask(personQuery, { code, on }, 'reader')
    expect(errors).toBeUndefined()
    const { authority, findings } = data.person
    const told = findings.map((each: FindingTold): Told => {
      expect(yearsIn(each.explanation?.text ?? '')).toBe(yearsIn(each.rule.text))
      return [code, each.since, yearsIn(each.rule.text)]
    })
    return [authority.evaluation.policyDigest, told, ([of]) => of === code]
  })
}

test('while a policy is replaced, brought back and withdrawn, every answer is that of the one version it names', async () => {
  const later = `${year + 2}-01-01`
  const readers = [listReader(today), listReader(later), personReader(today, 0), personReader(later, 3)]
  const reading = Promise.all(readers)
  reading.catch(() => {})
  try {
    await takeThroughItsLife()
  } finally {
    over.abort()
  }
  const order = versionsOn(today).map(({ name }) => name)
  for (const seen of await reading) {
    expect(seen.length).toBeGreaterThan(order.length)
    const places = seen.map((name) => order.indexOf(name))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(seen)).toEqual(new Set(order))
  }
})

/** By two people, over HTTP alone; the evaluations of each step are waited for, and the readers get some time to look. */
const takeThroughItsLife = async (): Promise<void> => {
  const registered = await steps.registerKey('head', { jurisdiction: city, publicKey: key.publicPem, holder: '办公室' })
  expect(registered.__typename).toBe('RegisterSigningKeyPayload')
  const [old, plugin] = [await sent(tenYears, 1), await sent(sevenYears, 2)]

  const proposed = { jurisdiction: city, effectiveFrom: today, mode: 'ENFORCE' }
  const { digest: previewDigest } = await previewed(plugin)
  const { installation } = await steps.propose('author', { ...proposed, plugin, previewDigest })
  expect(installation).toMatchObject({ state: 'PROPOSED', sequence: 2 })
  expect(await steps.approve('author', { id: installation.id, digest: plugin })).toMatchObject({ code: 'SAME_PERSON' })
  await approved(installation.id, plugin)
  await settled('seven years from today')

  const earlier = await installationOf('10.0.0')
  const { digest: read } = await previewed(old)
  const rollback = { id: earlier, effectiveFrom: today, previewDigest: read, reason: '新办法有误' }
  const again = await steps.rollback('author', rollback)
  expect(again.installation).toMatchObject({ state: 'PROPOSED', sequence: 3, rollsBack: { id: earlier } })
  await approved(again.installation.id, old)
  await settled('ten years again')

  const withdrawn = await steps.withdraw('head', { id: again.installation.id, on: today, reason: '办法废止' })
  expect(withdrawn.installation).toMatchObject({ state: 'WITHDRAWN' })
  await settled('none from today')
}

const approved = async (id: string, digest: string): Promise<void> => {
  const answer = await steps.approve('head', { id, digest })
  expect(answer.installation).toMatchObject({ state: 'ACTIVE', approvedBy: 'head' })
  await jobsDone(answer.jobs.map((job: { readonly id: string }) => job.id))
}

const installationOf = async (version: string): Promise<string> => {
  const query = `{ jurisdiction(code: "${city}") { installations { edges { node { id version } } } } }`
  const { data } = await ask(query, {}, 'author')
  const edges: readonly { readonly node: { readonly id: string; readonly version: string } }[] =
    data.jurisdiction.installations.edges
  return edges.find(({ node }) => node.version === version)?.node.id ?? ''
}

/** Waits until the city's answers are those of this version, and a while more, for the readers to look. */
const settled = async (name: string): Promise<void> => {
  const wanted = versionsOn(today).find((each) => each.name === name)?.digest
  const query = `{ jurisdiction(code: "${city}") { evaluation { policyDigest } } }`
  const named = async () => (await ask(query, {}, 'author')).data.jurisdiction.evaluation.policyDigest
  await expect.poll(named, { timeout: 30_000 }).toBe(wanted)
  await pause(500)
}
