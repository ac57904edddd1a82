import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { succession } from '../../../db/tables/succession.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { SuccessionKind } from '../../../policy/index.ts'
import type { Entity } from '../checking/entity.ts'
import { entitiesOf, refs } from './entity-rows.ts'
import { by, currently, keyed, revise, superseded } from './revision.ts'

type NewLink = typeof succession.$inferInsert

/** What the rows of a code succeed is all that it succeeds. Returns both ends of what changed. */
export const writeSuccessions = async (
  tx: Tx,
  kind: SuccessionKind,
  rows: readonly { readonly self: Entity; readonly succeeds: readonly Entity[] }[],
): Promise<string[]> => {
  const links = new Map<string, NewLink>()
  for (const { self, succeeds } of rows) {
    for (const { id } of succeeds) {
      links.set(`${self.id}/${id}`, { root: self.root, id: v7(), kind, laterId: self.id, earlierId: id })
    }
  }
  const known = refs(entitiesOf(rows))
  const all = await tx
    .select()
    .from(succession)
    .where(currently(succession, succession.laterId, known))
  const stored = all.filter((link) => link.kind === kind)
  const content = ['kind', 'laterId', 'earlierId'] as const
  const { close, insert } = revise<NewLink, (typeof stored)[number]>(stored, [...links.values()], content)
  await tx
    .update(succession)
    .set(superseded)
    .where(
      keyed(
        succession.root,
        succession.id,
        by(close, ({ id }) => id),
      ),
    )
  await insertMany(tx, succession, insert)
  return [...close, ...insert].flatMap(({ laterId, earlierId }) => [laterId, earlierId])
}
