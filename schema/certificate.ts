import { certificateFor } from '../acts/policies/certificate.ts'
import type {
  Certificate as CertificateOf,
  ConformanceItem,
  Counterexample as CounterexampleOf,
  Notice,
} from '../policy/index.ts'
import { builder } from './builder.ts'
import { ConformanceBasis, NoticeCode } from './policy-words.ts'
import { Rule } from './rule.ts'
import { superiorRule } from './superior.ts'
import { orTold } from './told.ts'

const Certificate = builder.objectRef<CertificateOf>('Certificate')
const CertificateItem = builder.objectRef<ConformanceItem>('CertificateItem')
const Counterexample = builder.objectRef<CounterexampleOf>('Counterexample')
const CertificateNotice = builder.objectRef<Notice>('CertificateNotice')

Certificate.implement({
  description:
    'Whether a document may be installed at a jurisdiction below what governs there now, point by point. 合规证明。',
  fields: (t) => ({
    conforms: t.exposeBoolean('conforms', {
      description:
        'Whether nothing in it is refused; what is not proved has to be acknowledged by a person. 是否合规。',
    }),
    items: t.field({
      type: [CertificateItem],
      description: 'Each point at which it touches a superior rule. 逐项判定。',
      resolve: ({ items }) => [...items],
    }),
    notices: t.field({
      type: [CertificateNotice],
      description: 'What is not refused, but worth reading. 提示。',
      resolve: ({ notices }) => [...notices],
    }),
  }),
})

CertificateItem.implement({
  description: 'One point at which a document touches a superior rule. 合规证明的一项。',
  fields: (t) => ({
    path: t.stringList({ description: 'Where in the document. 位置。', resolve: ({ path }) => [...path] }),
    superior: t.field({
      type: Rule,
      description: 'The superior rule. 上位规则。',
      resolve: async ({ superior }, _args, context) => {
        const rule = await superiorRule(context, superior)
        if (rule === null) throw new Error(`A certificate names ${superior.rule}, which is not installed.`)
        return rule
      },
    }),
    holds: t.exposeBoolean('holds', { description: 'Whether it may stand. 是否成立。' }),
    basis: t.expose('basis', { type: ConformanceBasis, description: 'How that was decided. 判定方式。' }),
    because: t.string({
      description: 'Why, in words. 理由。',
      resolve: ({ because }, _args, { language }) => because[language],
    }),
    counterexample: t.field({
      type: Counterexample,
      nullable: true,
      description: 'A made-up officer whom the superior binds and this document releases; null: none found. 反例。',
      resolve: ({ counterexample }) => counterexample,
    }),
  }),
})

Counterexample.implement({
  description: 'A made-up officer whom the superior rule binds on a day and the document releases. 反例。',
  fields: (t) => ({
    story: t.string({
      description: 'The career and the facts. 经历。',
      resolve: ({ story }, _args, { language }) => story[language],
    }),
    onDay: t.expose('onDay', { type: 'Date', description: 'The day. 所问之日。' }),
    superiorSays: t.string({
      description: 'What the superior rule says of that day. 上位规则的认定。',
      resolve: ({ superiorSays }, _args, { language }) => superiorSays[language],
    }),
    pluginSays: t.string({
      description: 'What is left of it under this document. 本政策下的认定。',
      resolve: ({ pluginSays }, _args, { language }) => pluginSays[language],
    }),
  }),
})

CertificateNotice.implement({
  description: 'Not refused, but worth reading before it is installed. 提示。',
  fields: (t) => ({
    code: t.expose('code', { type: NoticeCode, description: 'What it is. 种类。' }),
    path: t.stringList({ description: 'Where in the document. 位置。', resolve: ({ path }) => [...path] }),
    message: t.string({
      description: 'What was noticed. 内容。',
      resolve: ({ says }, _args, { language }) => says[language],
    }),
  }),
})

builder.queryField('certificate', (t) =>
  t.field({
    type: Certificate,
    description: 'What stands for and against a document at a jurisdiction, below what is installed now. 合规证明。',
    args: {
      jurisdiction: t.arg.string({ required: true, description: 'Code of the jurisdiction. 辖区代码。' }),
      plugin: t.arg.string({ required: true, description: 'Digest of the document. 文档摘要值。' }),
    },
    resolve: (_root, { jurisdiction, plugin }, context) =>
      orTold(() => context.read((tx) => certificateFor(tx, jurisdiction, plugin))),
  }),
)
