import type { ReviewedProblem } from '../../db/tables/package.ts'
import type { Installation } from '../../policy/index.ts'
import type { Objection } from './objections.ts'

/** An objection as a review quotes it: the superior's article as it read on that day, whatever becomes of the document. */
export const asReviewed = (
  { path, says, superior, from }: Objection,
  installations: readonly Installation[],
): ReviewedProblem => {
  const { rule, catalogueId, cite } = superior
  return {
    path,
    message: says,
    superior: {
      rule,
      catalogueId,
      instrument: titleOf(rule, cite.instrument, from, installations),
      article: cite.article,
    },
  }
}

const titleOf = (rule: string, instrument: string, on: string, installations: readonly Installation[]): string => {
  const [plugin] = rule.split('/')
  const carrying = installations.filter(({ plugin: { id } }) => id === plugin)
  const then = carrying.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on < effectiveTo),
  )
  const instruments = (then ?? carrying[0])?.plugin.instruments ?? []
  return instruments.find(({ id }) => id === instrument)?.title.zh ?? instrument
}
