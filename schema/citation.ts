import type { Citation as CitationOf, Instrument } from '../policy/index.ts'
import { builder } from './builder.ts'

/** A citation with the instrument it names. */
export interface CitedInstrument {
  readonly citation: CitationOf
  readonly instrument: Instrument | undefined
}

export const Citation = builder.objectRef<CitedInstrument>('Citation')

Citation.implement({
  description: 'Where a rule stands in the law. 依据。',
  fields: (t) => ({
    instrument: t.string({
      description: 'Title of the instrument. 文件名称。',
      resolve: ({ citation, instrument }, _args, { language }) => instrument?.title[language] ?? citation.instrument,
    }),
    article: t.string({
      nullable: true,
      description: 'Article or paragraph as the text numbers it; null where it has no number. 条款。',
      resolve: ({ citation }) => citation.article,
    }),
    verified: t.boolean({
      description: 'Whether a person compared it with the official text. 是否已与原文核对。',
      resolve: ({ citation }) => citation.verified,
    }),
    note: t.string({
      nullable: true,
      description: 'Reading taken where the text is ambiguous. 歧义的取义说明。',
      resolve: ({ citation }) => citation.note ?? null,
    }),
    issuer: t.string({
      nullable: true,
      description: 'Who issued the instrument. 发文机关。',
      resolve: ({ instrument }, _args, { language }) => instrument?.issuer[language] ?? null,
    }),
    issuedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of issue, where the text gives one. 发文日期。',
      resolve: ({ instrument }) => instrument?.issuedOn ?? null,
    }),
  }),
})
