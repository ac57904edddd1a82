import type { AsOf } from '../db/queries/as-of.ts'
import type { Arguments } from './builder.ts'
import type { Context } from './context.ts'

export interface AsOfArgs {
  readonly on?: string | null | undefined
  readonly knownAt?: string | null | undefined
}

/** `on` and `knownAt` of every read. */
export const asOfArgs = (arg: Arguments) => ({
  on: arg({
    type: 'Date',
    description: 'The day the answer speaks of; default that of the parent, else today. 所问之日。',
  }),
  knownAt: knownAtArg(arg),
})

export const knownAtArg = (arg: Arguments) =>
  arg({ type: 'DateTime', description: 'What the record said at this moment; default now. 按当时记录。' })

export const policyAtArg = (arg: Arguments) =>
  arg({
    type: 'DateTime',
    description:
      'Judged anew by what was installed at this moment, and read from no record; default: the record. 按当时安装的政策重新认定。',
  })

/** The two times of a root field. */
export const asOf = async ({ on, knownAt }: AsOfArgs, context: Context): Promise<AsOf> => ({
  on: on ?? (await context.today()),
  knownAt: knownAt ?? null,
})

/** The two times of a field: what it names, else its parent's. */
export const within = (parent: AsOf, { on, knownAt }: AsOfArgs): AsOf =>
  on || knownAt !== undefined
    ? { on: on ?? parent.on, knownAt: knownAt === undefined ? parent.knownAt : knownAt }
    : parent

/** Something seen at a moment: what it leads to is seen at the same moment. */
export interface Seen {
  readonly at: AsOf
}

export const seenAt = <Row extends object>(row: Row, at: AsOf): Row & Seen => ({ ...row, at })

/** A row fresh from the database and nobody else's yet: the moment is written on it, and not on a copy. */
export const readAt = <Row extends object>(row: Row, at: AsOf): Row & Seen =>
  'at' in row ? seenAt(row, at) : Object.assign(row, { at })

/** Same moment, same text. */
export const momentOf = ({ on, knownAt }: AsOf): string => `${on} ${knownAt ?? ''}`
