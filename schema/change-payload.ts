import type { Changed } from '../acts/change.ts'
import { asOf } from './as-of.ts'
import type { Context } from './context.ts'
import { type PersonSeen, personLoader } from './person.ts'
import { rowKey } from './row-loader.ts'

/** The person whose file was changed, as they now stand. */
export const changedPerson = async ({ person }: Changed, context: Context): Promise<PersonSeen> =>
  await context.named(personLoader, rowKey(person, await asOf({}, context)))

export const personField = 'The person as they now stand; their findings are current. 人员。'
