import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { uploadPackage } from '../../acts/policies/upload-package.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import { transaction } from '../../db/transaction.ts'
import { type PluginDocument, packageBytes } from '../../policy/index.ts'
import { csv } from '../roster/office.ts'
import { exampleCity } from './example-policy.ts'
import { type Asking, graphqlOn } from './graphql.ts'
import { type AskAs, policySteps } from './policy-steps.ts'
import { keyPair, packaged } from './sample-package.ts'
import { tenurePolicy } from './tenure-policy.ts'

/** Years in post of each officer at the beginning of this year: who must move depends on the years a policy allows. */
const years = { P1: 12, P2: 9, P3: 7, P4: 4 }

/** The roster of four officers, on a day of this year. */
export const officersIn = (year: number) => {
  const codes = Object.keys(years)
  return {
    units: csv(['code|name|kind|jurisdiction|parent', `U1|财政局|organ|${exampleCity}|`]),
    posts: csv(['code|unit|title|level|leading|category|quota', ...codes.map((n) => `Z${n}|U1|科长|正科|yes|civil|1`)]),
    people: csv(['code|name|sex|birth|category', ...codes.map((n) => `${n}|张${n}|M|1985-01|civil`)]),
    assignments: csv([
      'person|post|from|to',
      ...Object.entries(years).map(([n, inPost]) => `${n}|Z${n}|${year - inPost}-01-01|`),
    ]),
  }
}

interface Listed {
  readonly id: string
  readonly version: string
  readonly state: string
}

/** A city with four officers under a ten-year rule; whose head has registered a key, and whose author asks for changes. */
export class PolicyOffice {
  readonly db: Database
  readonly graph: Asking
  readonly today: string
  readonly year: number
  readonly ask: AskAs
  readonly steps: ReturnType<typeof policySteps>
  readonly #key = keyPair()

  private constructor(db: Database, today: string) {
    this.db = db
    this.today = today
    this.year = Number(today.slice(0, 4))
    const graph = graphqlOn(db)
    this.graph = graph
    this.ask = (query, variables, actor) => graph.ask(query, variables, { 'x-cadre-actor': actor })
    this.steps = policySteps(this.ask)
  }

  static async open(db: Database): Promise<PolicyOffice> {
    const today = await transaction(db, { mode: 'read' }, todayInLaw)
    const office = new PolicyOffice(db, today)
    await office.file(officersIn(office.year))
    await office.putToWork(tenurePolicy(10))
    const key = { jurisdiction: exampleCity, publicKey: office.#key.publicPem, holder: '组织部办公室' }
    const registered = await office.steps.registerKey('head', key)
    if (registered.key?.registeredBy !== 'head') throw new Error(JSON.stringify(registered))
    return office
  }

  /** Imports sheets of a roster; they must be taken. */
  async file(sheets: Readonly<Record<string, string>>): Promise<void> {
    const report = await importRoster(this.db, textSource(sheets), { at: exampleCity, by: 'test' })
    if (!report.accepted) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
  }

  /** As the operator does at the machine. */
  async putToWork(document: PluginDocument): Promise<void> {
    const outcome = await installPlugin(this.db, { document, by: 'operator' })
    if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
    await this.done(...outcome.jobs)
  }

  async done(...jobs: readonly string[]): Promise<void> {
    await runJobsUntilDone(this.db, jobs)
  }

  /** Hands a signed package in, and says under which digest it is kept. */
  async sent(document: PluginDocument, sequence: number): Promise<string> {
    const bytes = packageBytes(packaged(document, this.#key.privatePem, { sequence, target: exampleCity }))
    const uploaded = await uploadPackage(this.db, 'author', { bytes })
    if (uploaded instanceof KnownProblem) throw new Error(uploaded.says.en)
    return uploaded.digest
  }

  /** The preview of a document, once it is computed. */
  async previewed(plugin: string, effectiveFrom = this.today) {
    const input = { jurisdiction: exampleCity, plugin, effectiveFrom, horizon: 5 }
    const begun = await this.steps.startPreview('author', input)
    if (begun.__typename !== 'StartPreviewPayload') throw new Error(JSON.stringify(begun))
    await this.done(begun.job.id)
    return this.steps.preview(begun.preview.id)
  }

  /** Who surely must move, by the list of that day. */
  async dueOn(on: string): Promise<readonly string[]> {
    const data = await this.told(`{ jurisdiction(code: "${exampleCity}") {
      findings(on: "${on}", status: [ACTIVE], first: 50) { edges { node { person { code } } } } } }`)
    const edges: readonly { readonly node: { readonly person: { readonly code: string } } }[] =
      data.jurisdiction.findings.edges
    return edges.map(({ node }) => node.person.code).sort()
  }

  /** Whatever was ever proposed here, the latest first. */
  async installations(): Promise<readonly Listed[]> {
    const data = await this.told(
      `{ jurisdiction(code: "${exampleCity}") { installations { edges { node { id version state } } } } }`,
    )
    return data.jurisdiction.installations.edges.map(({ node }: { node: Listed }) => node)
  }

  /** The answer to a question, which must be without errors. */
  async told(query: string, variables: object = {}, actor = 'reader') {
    const { data, errors } = await this.ask(query, variables, actor)
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    return data
  }
}
