import { type Dim, duties, levels } from '../policy/index.ts'
import type { Context } from './context.ts'
import { jurisdictionOrNull } from './jurisdiction-loader.ts'
import { postLoader } from './post.ts'
import { type RowKey, rowKey } from './row-loader.ts'
import type { KeyPart } from './stay-key.ts'
import { teamLoader } from './team.ts'
import { unitLoader } from './unit.ts'

/** The members of a stay's key in words: titles and names as on the day, the Chinese term of a closed word. */
export const keyParts = (
  context: Context,
  per: readonly Dim[],
  key: readonly string[],
  of: RowKey,
): Promise<readonly KeyPart[]> =>
  Promise.all(
    per.map(async (dim, i) => {
      const value = key[i] ?? ''
      return { dim, value, label: (await labelOf(context, dim, value, of)) ?? value }
    }),
  )

const labelOf = async (context: Context, dim: Dim, value: string, of: RowKey): Promise<string | undefined> => {
  const row = rowKey({ root: of.root, id: value }, of.at)
  switch (dim) {
    case 'post':
      return postLabel(context, row)
    case 'internalUnit':
    case 'organ':
    case 'legalPerson':
      return (await context.load(unitLoader, row))?.name
    case 'team':
      return (await context.load(teamLoader, row))?.name
    case 'place':
    case 'jurisdiction':
      return (await jurisdictionOrNull(context, value, of.at))?.name
    case 'duty':
      return new Map<string, string>(Object.entries(duties)).get(value)
    case 'level':
      return new Map<string, string>(Object.entries(levels)).get(value)
    case 'business':
      return value
  }
}

/** A post is called by its unit and its title. */
const postLabel = async (context: Context, row: RowKey): Promise<string | undefined> => {
  const post = await context.load(postLoader, row)
  if (post === null) return undefined
  const unit = await context.load(unitLoader, rowKey({ root: post.root, id: post.unitId }, row.at))
  return `${unit?.name ?? ''}${post.title}`
}
