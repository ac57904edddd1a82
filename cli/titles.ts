import { installationsAt, type KnownAt } from '../db/facts.ts'
import type { Tx } from '../db/transaction.ts'
import type { Language } from '../policy/index.ts'

/** What a rule is called, and where it stands in the law. */
export interface RuleTitle {
  readonly catalogueId: string
  readonly title: string
  /** Instrument and article. */
  readonly source: string
}

/** Titles of every rule of every document at work, as installed at an instant, by full id. */
export const ruleTitles = async (
  tx: Tx,
  language: Language = 'zh',
  policyAt: KnownAt = null,
): Promise<ReadonlyMap<string, RuleTitle>> => {
  const installations = await installationsAt(tx, policyAt)
  return new Map(
    installations.flatMap(({ plugin }) =>
      plugin.rules.map(({ id, catalogueId, title, cite }) => {
        const instrument =
          plugin.instruments.find((each) => each.id === cite.instrument)?.title[language] ?? cite.instrument
        return [
          `${plugin.id}/${id}`,
          { catalogueId, title: title[language], source: `《${instrument}》${cite.article ?? ''}` },
        ]
      }),
    ),
  )
}
