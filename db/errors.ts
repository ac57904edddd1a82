/** Why the database would not do it. */
export type Refusal =
  | 'duplicate'
  | 'overlap'
  | 'absent'
  | 'impossible'
  | 'serialization'
  | 'deadlock'
  | 'busy'
  | 'timeout'
  | 'full'
  | 'lost'
  | 'unknown_outcome'
  | 'forbidden'
  | 'other'

const refusals: Readonly<Record<string, Refusal>> = {
  '23505': 'duplicate',
  '23P01': 'overlap',
  '23503': 'absent',
  '23502': 'impossible',
  '23514': 'impossible',
  '22007': 'impossible',
  '22008': 'impossible',
  '22P02': 'impossible',
  '40001': 'serialization',
  '40P01': 'deadlock',
  '55P03': 'busy',
  '57014': 'timeout',
  '25P03': 'timeout',
  '25P04': 'timeout',
  '53100': 'full',
  '57P01': 'lost',
  '57P02': 'lost',
  '57P03': 'lost',
  '42501': 'forbidden',
  '25006': 'forbidden',
  CONNECTION_CLOSED: 'lost',
  CONNECTION_ENDED: 'lost',
  CONNECTION_DESTROYED: 'lost',
  CONNECT_TIMEOUT: 'lost',
  ECONNREFUSED: 'lost',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
}

interface Circumstances {
  readonly sqlstate?: string | null
  readonly constraint?: string | null
  readonly table?: string | null
}

/**
 * A statement the database refused, told without the values it carried: those are people's data and never reach a log.
 * Acts branch on `refusal` and `constraint`.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly refusal: Refusal
  readonly sqlstate: string | null
  readonly constraint: string | null
  readonly table: string | null

  constructor(
    refusal: Refusal,
    message: string,
    { sqlstate = null, constraint = null, table = null }: Circumstances = {},
  ) {
    super(message)
    this.refusal = refusal
    this.sqlstate = sqlstate
    this.constraint = constraint
    this.table = table
  }
}

const textOf = (error: object, key: string): string | null => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : null
}

/** Messages that quote a value of the statement: what they say is in the refusal and the constraint already. */
const quotesValues = new Set<Refusal>(['duplicate', 'overlap', 'absent', 'impossible'])

/** The refusal behind an error of the driver or of drizzle (which wraps it), or null when it is neither. */
export const databaseError = (error: unknown): DatabaseError | null => {
  if (error instanceof DatabaseError) return error
  if (!(error instanceof Error)) return null
  const code = textOf(error, 'code')
  if (code !== null && (code in refusals || textOf(error, 'severity') !== null)) {
    const refusal = refusals[code] ?? 'other'
    const [sqlstate, constraint, table] = [code, textOf(error, 'constraint_name'), textOf(error, 'table_name')]
    const why = quotesValues.has(refusal) ? [table, constraint].filter(Boolean).join(', ') : error.message
    return new DatabaseError(refusal, `The database refused a statement (${code}): ${why}`, {
      sqlstate,
      constraint,
      table,
    })
  }
  return error.cause === undefined || error.cause === error ? null : databaseError(error.cause)
}

/** The error itself, or the refusal it stands for. */
export const withoutValues = (error: unknown): unknown => databaseError(error) ?? error
