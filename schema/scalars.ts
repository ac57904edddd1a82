import { type ValueNode, valueFromASTUntyped } from 'graphql'
import { parseDay, parseStated } from '../policy/index.ts'
import { refuse } from './bad-input.ts'
import { builder } from './builder.ts'

/**
 * How a scalar is read, as a variable or written into the document. A literal is read without the variables: the default
 * reader takes them, which the compiler of documents complains of.
 */
const reading = (parseValue: (value: unknown) => string) => ({
  parseValue,
  parseLiteral: (node: ValueNode) => parseValue(valueFromASTUntyped(node)),
})

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

builder.scalarType('Date', {
  description: 'A plain calendar day, `YYYY-MM-DD`; no zone, no clock. 日期。',
  serialize: (day) => day,
  ...reading((value) =>
    parseDay(text(value)) === null
      ? refuse(`\`${String(value)}\` is not a day of the calendar; write YYYY-MM-DD.`)
      : text(value),
  ),
})

builder.scalarType('StatedDay', {
  description:
    'A day as the file states it: `2014-03-01`, `2014-03`, `2014`, or `?` for unknown. The precision is kept, never filled in. 按档案所载精度的日期。',
  serialize: (day) => day,
  ...reading((value) =>
    parseStated(text(value)) === null
      ? refuse(`\`${String(value)}\` is not a stated day; write YYYY-MM-DD, YYYY-MM, YYYY or ?.`)
      : text(value),
  ),
})

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 with its zone: `2026-11-22T08:00:00Z`. 时刻。',
  // As PostgreSQL writes it in UTC: `2026-11-22 08:00:00.123456+00`.
  serialize: (at) => String(at).replace(' ', 'T').replace(/\+00$/, 'Z'),
  ...reading((value) => {
    const [, date] = instant.exec(text(value)) ?? []
    if (date !== undefined && parseDay(date) !== null) return text(value)
    return refuse(`\`${String(value)}\` is not an instant; write for example 2026-11-22T08:00:00+08:00.`)
  }),
})
