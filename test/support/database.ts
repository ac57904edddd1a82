import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Database } from '../../db/connect.ts'
import { openConnection } from '../../db/connection.ts'
import { type Embedded, openEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'

export interface FreshDatabase {
  /** As the application's role. */
  readonly db: Database
  readonly ownerUrl: string
  readonly appUrl: string
  readonly close: () => Promise<void>
}

const template = 'cadre_template'

const withName = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

let cluster: Promise<Embedded> | undefined

/** Clones the migrated template: a database of the test file's own, empty but for the division tree. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const installed = inject('installed')
  cluster ??= openEmbedded(inject('databaseFolder'), { durable: false, ...(installed && { binaries: installed }) })
  const { ownerUrl, appUrl } = await cluster
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await cloneTemplate(ownerUrl, appUrl, name)
  const db = connect(withName(appUrl, name))
  return { db, ownerUrl: withName(ownerUrl, name), appUrl: withName(appUrl, name), close: () => db.close() }
}

/** The template is made by whichever test file comes first; the others wait at the lock. */
const cloneTemplate = async (ownerUrl: string, appUrl: string, name: string): Promise<void> => {
  const { client, end } = await openConnection(ownerUrl)
  try {
    await client`select pg_advisory_lock(1)`
    const [existing] = await client`select 1 from pg_database where datname = ${template}`
    if (existing === undefined) {
      await client.unsafe(`create database ${template}_draft`)
      await migrate(withName(ownerUrl, `${template}_draft`), appUrl)
      await client.unsafe(`alter database ${template}_draft rename to ${template}`)
    }
    await client.unsafe(`create database ${name} template ${template}`)
  } finally {
    await end()
  }
}
