import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printSchema } from 'graphql'
import { schema } from './index.ts'

/** The schema as text. */
export const printed = (): string => `${printSchema(schema)}\n`

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('schema.graphql', import.meta.url), printed())
