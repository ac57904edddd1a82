import { defineConfig } from 'drizzle-kit'

/** Only for `npm run db:generate`: writes the next numbered file under db/migrations from what db/tables says. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/tables/*.ts',
  out: './db/migrations',
  casing: 'snake_case',
})
