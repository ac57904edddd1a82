import type { Clause, PluginDocument } from '../policy/index.ts'
import { builder } from './builder.ts'
import { Citation } from './citation.ts'

/** A clause and the document that lists it. */
export interface ListedClause {
  readonly clause: Clause
  readonly document: PluginDocument
}

export const ManualClause = builder.objectRef<ListedClause>('ManualClause')

ManualClause.implement({
  description: 'A clause of the instrument that a person must judge; listed, never dropped. 需人工判断的条款。',
  fields: (t) => ({
    catalogueId: t.string({
      description: 'Id in the catalogue of rules. 目录编号。',
      resolve: (c) => c.clause.catalogueId,
    }),
    title: t.string({
      description: 'What it is about. 标题。',
      resolve: ({ clause }, _args, { language }) => clause.title[language],
    }),
    text: t.string({
      description: 'What it says. 内容。',
      resolve: ({ clause }, _args, { language }) => clause.text[language],
    }),
    status: t.string({
      description: '`manual`, `unpublished`, or `later: <rule kind>`. 处理方式。',
      resolve: ({ clause: { status } }) => (typeof status === 'string' ? status : `later: ${status.later}`),
    }),
    citation: t.field({
      type: Citation,
      description: 'Where it stands. 依据。',
      resolve: ({ clause, document }) => ({
        citation: clause.cite,
        instrument: document.instruments.find(({ id }) => id === clause.cite.instrument),
      }),
    }),
  }),
})
