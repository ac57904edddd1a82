import type { RequestListener } from 'node:http'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { connect, type Database } from '../db/connect.ts'
import { transaction } from '../db/transaction.ts'
import { yogaServer } from '../server/yoga.ts'
import { fillCounties } from './county.ts'
import { withBenchDatabase } from './database.ts'
import { type Figure, timeFigure } from './figure.ts'
import { ask, serving } from './serving.ts'
import { seconds } from './stopwatch.ts'

const on = '2026-11-22'
const rounds = 400

const query = `query ($code: String!, $on: Date!) { jurisdiction(code: $code) { findings(on: $on, first: 50) {
  edges { node { since dueBy status rule { catalogueId } person { code name } } } } } }`

/** The same rows by hand, the JSON made by the database, in the same kind of transaction. */
const byHand =
  (db: Database, county: string): RequestListener =>
  async (_, response) => {
    const [row] = await transaction(db, { mode: 'read' }, (tx) =>
      tx.execute<{ page: string }>(sql`
      select json_agg(json_build_object('since', since, 'dueBy', due_by, 'status', status,
        'rule', json_build_object('catalogueId', catalogue_id),
        'person', json_build_object('code', code, 'name', name)) order by effect_rank, since, finding_id)::text as page
      from (
        select s.since, s.due_by, s.status, f.catalogue_id, p.code, p.name, s.effect_rank, s.finding_id
        from evaluation e
        join finding_span s on s.root = e.root and s.evaluation_id = e.id
        join finding f on f.root = s.root and f.row_id = s.finding_row_id
        join person p on p.root = s.root and p.id = s.person_id
        where e.authority = ${Number(county)} and e.state = 'current' and s.recorded_to is null and s.shown_with is null
          and s.from_on <= ${on}::date and (s.to_on is null or s.to_on > ${on}::date)
        order by s.effect_rank, s.since, s.finding_id limit 50) page`),
    )
    response.setHeader('content-type', 'application/json')
    response.end(row?.page ?? '[]')
  }

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN

/** The first page of one county's due list over HTTP, asked one at a time, in turn of both servers. */
export const duePage = (people: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl, appUrl }) => {
    const county = await fillCounties(db, ownerUrl, people)
    const logger = pino({ level: 'info' }, { write: () => {} })
    const readiness = async () =>
      ({ ready: true, database: 'up', storage: null, schemaVersion: '', draining: false }) as const
    const yoga = yogaServer({ db, logger, readiness, development: false, loopbackOnly: true })
    const other = connect(appUrl)
    const [ours, bare] = await Promise.all([serving(yoga), serving(byHand(other, county))])
    try {
      const body = JSON.stringify({ query, variables: { code: county, on } })
      const [spent, spentBare]: [number[], number[]] = [[], []]
      sameRows(await ask(`${ours.url}/graphql`, body), await ask(bare.url, body))
      for (let round = -rounds / 4; round < rounds; round += 1) {
        const a = await seconds(async () => void (await ask(`${ours.url}/graphql`, body)))
        const b = await seconds(async () => void (await ask(bare.url, body)))
        if (round >= 0) spent.push(a * 1000)
        if (round >= 0) spentBare.push(b * 1000)
      }
      const name = `due page of one county out of ${people} people, over HTTP (median)`
      return [timeFigure(name, 'ms', median(spent), ['SQL by hand on node:http', median(spentBare)], 2)]
    } finally {
      await Promise.all([ours.stop(), bare.stop(), other.close()])
    }
  })

interface Answer {
  readonly data?: { readonly jurisdiction: { readonly findings: { readonly edges: readonly { node: unknown }[] } } }
}

/** Both must answer the same rows in the same order. */
const sameRows = (answer: string, page: string): void => {
  const { data }: Answer = JSON.parse(answer)
  const ours = data?.jurisdiction.findings.edges.map(({ node }) => node) ?? []
  const theirs: readonly unknown[] = JSON.parse(page)
  if (theirs.length === 0 || JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`The pages differ: ${answer.slice(0, 300)} and ${page.slice(0, 300)}`)
}
