import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './index.ts'

/** The schema as text, in one order whatever the order of imports. */
export const printed = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('schema.graphql', import.meta.url), printed())
