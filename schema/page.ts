import { parseDay } from '../policy/index.ts'
import { refuse } from './bad-input.ts'
import type { Arguments } from './builder.ts'

/** No page is longer, whatever is asked for. */
export const longestPage = 200

/** Position in a list: the values it is ordered by, so that a page starts where the last one ended even if rows came in between. */
export type Cursor = readonly (string | number | null)[]

export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

export interface Edge<Node> {
  readonly cursor: string
  readonly node: Node
}

export interface Connection<Node> {
  readonly edges: Edge<Node>[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/** `first` and `after` of every connection. */
export const pageArgs = (arg: Arguments) => ({
  first: arg.int({ defaultValue: 50, description: `How many at most; never more than ${longestPage}. 每页条数。` }),
  after: arg.string({ description: 'Cursor of the last one seen. 上一页末尾游标。' }),
})

export const lengthOf = ({ first }: PageArgs): number => {
  const asked = first ?? 50
  return asked < 0 ? refuse(`\`first\` is ${asked}; ask for 0 to ${longestPage}.`) : Math.min(asked, longestPage)
}

/** `last` of a list that is short and whole. */
export const lastArg = (arg: Arguments) =>
  arg.int({ description: 'Only so many, from the end of the list; default all. 只取最后几条。' })

export const lastOf = <Row>(rows: readonly Row[], last: number | null | undefined): readonly Row[] => {
  if (last === null || last === undefined) return rows
  return last < 0 ? refuse(`\`last\` is ${last}; ask for 0 or more.`) : rows.slice(Math.max(0, rows.length - last))
}

export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** What a part of a cursor must be, so that a text someone made up never reaches the database. */
export type CursorPart = 'text' | 'number' | 'day' | 'id'

/** The position a cursor text names; `null` when none is given. */
export const cursorOf = ({ after }: PageArgs, parts: readonly CursorPart[]): Cursor | null => {
  if (after === null || after === undefined || after === '') return null
  const position = parsed(after)
  const fits = position.length === parts.length && parts.every((part, i) => isPart(part, position[i]))
  return fits ? position : refuse('`after` is not a cursor of this list; take it from `pageInfo.endCursor`.')
}

const parsed = (text: string): Cursor => {
  try {
    const position: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(position) ? position : []
  } catch {
    return []
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Greatest number the database orders a list by (int4). */
const greatestNumber = 2_147_483_647

const isPart = (part: CursorPart, value: unknown): boolean => {
  if (part === 'number') return Number.isInteger(value) && Math.abs(Number(value)) <= greatestNumber
  if (typeof value !== 'string') return false
  if (part === 'text') return !value.includes('\0')
  return part === 'day' ? parseDay(value) !== null : uuid.test(value)
}

/** Few ask for a cursor, so it is written out when someone does. */
class EdgeAt<Row> implements Edge<Row> {
  readonly node: Row
  readonly #at: (row: Row) => Cursor

  constructor(node: Row, at: (row: Row) => Cursor) {
    this.node = node
    this.#at = at
  }

  get cursor(): string {
    return cursorText(this.#at(this.node))
  }
}

/** A page out of rows that were read one longer than asked, to know whether there are more. */
export const pageOf = <Row>(rows: readonly Row[], args: PageArgs, at: (row: Row) => Cursor): Connection<Row> => {
  const length = lengthOf(args)
  const edges = rows.slice(0, length).map((node) => new EdgeAt(node, at))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > length,
      hasPreviousPage: Boolean(args.after),
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    },
  }
}

/** Position in a list that is ordered by code and id. */
export const codeCursor = (row: { readonly code: string | null; readonly id: string }): Cursor => [
  row.code ?? '',
  row.id,
]

/** What to read for a page of such a list: one row more than asked. */
export const codePage = (
  args: PageArgs,
): { readonly limit: number; readonly after: readonly [string, string] | null } => {
  const cursor = cursorOf(args, ['text', 'id'])
  return { limit: lengthOf(args) + 1, after: cursor === null ? null : [String(cursor[0]), String(cursor[1])] }
}
