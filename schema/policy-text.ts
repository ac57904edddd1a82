import { policyText, type TextEntry } from '../policy/index.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { PluginVersion } from './plugin-version.ts'

/** One thing a document says, with the place it says it from. */
interface PlacedEntry extends TextEntry {
  readonly instrument: string
  readonly article: string | null
}

const TextKind = enumOf('PolicyTextKind', 'What a passage is. 条目种类。', {
  rule: '规则',
  exemption: '免除或暂缓',
  value: '数值',
  clause: '未自动计算的条款',
} satisfies Record<TextEntry['kind'], string>)

const PolicyPassage = builder.objectRef<PlacedEntry>('PolicyPassage')

PolicyPassage.implement({
  description: 'One thing a document says, for a lawyer to compare with the text. 政策条目。',
  fields: (t) => ({
    instrument: t.exposeString('instrument', { description: 'Title of the instrument. 文件名称。' }),
    article: t.exposeString('article', {
      nullable: true,
      description: 'Article as the text numbers it; null where it has no number. 条款。',
    }),
    kind: t.expose('kind', { type: TextKind, description: 'What it is. 种类。' }),
    catalogueId: t.exposeString('id', {
      description: 'What officers call it; of a value, the name of the parameter. 编号。',
    }),
    title: t.exposeString('title', { description: 'What it is about. 标题。' }),
    sentence: t.exposeString('sentence', { description: 'What it says. 表述。' }),
    details: t.stringList({
      description: 'What else it says of itself: what it reaches, says again, lets others do. 补充说明。',
      resolve: ({ details }) => [...details],
    }),
    verified: t.exposeBoolean('verified', {
      description: 'Whether a person compared it with the official text. 是否已与原文核对。',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Reading taken where the text is ambiguous. 歧义的取义说明。',
    }),
  }),
})

builder.objectField(PluginVersion, 'text', (t) =>
  t.field({
    type: [PolicyPassage],
    description: 'The document written back as articles: by instrument, in the order of the articles. 政策全文表述。',
    resolve: ({ document }, _args, { language }) =>
      policyText(document, language).flatMap(({ title, articles }) =>
        articles.flatMap(({ article, entries }) => entries.map((entry) => ({ ...entry, instrument: title, article }))),
      ),
  }),
)
