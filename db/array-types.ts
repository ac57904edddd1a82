import type { PostgresType } from 'postgres'

/** PostgreSQL's own numbers of the array types we read and write, and what their members become. */
const members: Readonly<Record<number, (text: string) => unknown>> = {
  1000: (text) => text === 't',
  1003: String,
  1005: Number,
  1007: Number,
  1009: String,
  1015: String,
  1016: String,
  1022: Number,
  2951: String,
  3807: (text) => JSON.parse(text),
  3913: String,
}

const parse =
  (member: (text: string) => unknown) =>
  (literal: string): readonly unknown[] => {
    const body = literal.slice(1, -1)
    if (body === '') return []
    if (!body.includes('"')) return body.split(',').map((text) => (text === 'NULL' ? null : member(text)))
    return [...body.matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/gs)].map(([bare, quoted]) => {
      if (quoted !== undefined) return member(quoted.replace(/\\(.)/gs, '$1'))
      return bare === 'NULL' ? null : member(bare)
    })
  }

const serialize = (values: unknown): unknown => (Array.isArray(values) ? `{${values.map(quoted).join(',')}}` : values)

const quoted = (value: unknown): string => {
  if (value === null) return 'NULL'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/**
 * Arrays, told to the driver. Left alone it asks each new session for them, and nobody listens to that question: a session
 * lost just then would end the process.
 */
export const arrayTypes: Readonly<Record<string, PostgresType>> = Object.fromEntries(
  Object.entries(members).map(([oid, member]) => [
    `array ${oid}`,
    { to: Number(oid), from: [Number(oid)], serialize, parse: parse(member) },
  ]),
)
