import { type ValueNode, valueFromASTUntyped } from 'graphql'
import { isInstant } from '../acts/instant.ts'
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

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 with its zone: `2026-11-22T08:00:00Z`. 时刻。',
  // As PostgreSQL writes it in UTC: `2026-11-22 08:00:00.123456+00`.
  serialize: (at) => String(at).replace(' ', 'T').replace(/\+00$/, 'Z'),
  ...reading((value) =>
    isInstant(text(value))
      ? text(value)
      : refuse(`\`${String(value)}\` is not an instant; write for example 2026-11-22T08:00:00+08:00.`),
  ),
})
