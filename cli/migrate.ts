import { withDatabase } from './database.ts'
import { say } from './say.ts'

/** `npm run db:migrate`: opening the database brings it up to date; nothing else is done. */
await withDatabase(async () => say('数据库结构已是最新。The database is up to date.'))
