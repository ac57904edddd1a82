import { resolve } from 'node:path'

/** What the surroundings say. This file alone reads the environment. */
export interface Config {
  readonly port: number
  /** Folder of the embedded database. */
  readonly dataFolder: string
  /** Any PostgreSQL >= 15; absent: the embedded one. */
  readonly databaseUrl: string | null
  /** Role that owns the tables and migrates them; default `databaseUrl`. */
  readonly databaseOwnerUrl: string | null
  /** The made-up world is loaded into an empty embedded database; into a `DATABASE_URL` only when asked with `on`. */
  readonly demo: boolean
  /** GraphiQL, and nothing else, depends on it. */
  readonly development: boolean
  readonly logLevel: string
}

type Environment = Readonly<Record<string, string | undefined>>

export const readConfig = (env: Environment = process.env): Config => {
  const databaseUrl = filled(env.DATABASE_URL)
  return {
    port: portOf(filled(env.PORT) ?? '4000'),
    dataFolder: resolve(filled(env.CADRE_DATA) ?? '.data'),
    databaseUrl,
    databaseOwnerUrl: filled(env.DATABASE_OWNER_URL) ?? databaseUrl,
    demo: demoOf(filled(env.CADRE_DEMO), databaseUrl),
    development: env.NODE_ENV !== 'production',
    logLevel: filled(env.CADRE_LOG) ?? 'info',
  }
}

/** The same surroundings for a program that is started from here, but for what is said otherwise. */
export const surroundingsBut = (changed: Environment, env: Environment = process.env): Environment => ({
  ...env,
  ...changed,
})

/** A setting left empty is a setting not made. */
const filled = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value)

const portOf = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new RangeError(`PORT is \`${text}\`; give a whole number from 0 to 65535.`)
}

const demoOf = (asked: string | null, databaseUrl: string | null): boolean => {
  if (asked === null) return databaseUrl === null
  if (asked === 'on' || asked === 'off') return asked === 'on'
  throw new RangeError(`CADRE_DEMO is \`${asked}\`; give \`on\` or \`off\`.`)
}
