import type { ChangeRow, PreviewRow } from '../db/queries/previews.ts'
import type { Effect as EffectWord } from '../policy/index.ts'
import type { Seen } from './as-of.ts'
import { builder } from './builder.ts'
import { installedAt } from './chain.ts'
import type { Context } from './context.ts'
import { documentOf } from './document-loader.ts'
import { Person, personLoader } from './person.ts'
import type { PluginAtDigest } from './plugin-version.ts'
import { ChangeKind } from './policy-words.ts'
import { rowKey } from './row-loader.ts'
import { Rule, type RuleInPlugin, ruleIn } from './rule.ts'
import { Standing } from './standing.ts'
import { Unit, unitLoader } from './unit.ts'

/** A line of a preview, and the moment its people and units are seen at. */
export interface ChangeSeen extends ChangeRow, Seen {
  readonly preview: PreviewRow
}

export const PreviewChange = builder.objectRef<ChangeSeen>('PreviewChange')
export const PreviewChangeConnection = builder.connectionObject({
  type: PreviewChange,
  name: 'PreviewChangeConnection',
})
const has = ({ document }: PluginAtDigest, fullId: string) =>
  document.rules.some(({ id }) => `${document.id}/${id}` === fullId)

/** The rule as what was installed by then had it: of several versions the latest. */
const formerRule = async (context: Context, { preview, rule }: ChangeSeen): Promise<RuleInPlugin | null> => {
  const installed = await installedAt(context, preview.policyAt ?? preview.doneAt)
  const former = installed.findLast(({ plugin, digest }) => has({ document: plugin, digest }, rule))
  return former === undefined ? null : ruleIn(former.plugin, former.digest, rule)
}

/** The rule as it would be: out of the document previewed, or else out of what is installed beside it. */
const ruleAfter = async (context: Context, { preview, rule }: ChangeSeen): Promise<RuleInPlugin | null> => {
  if (preview.pluginDigest !== null) {
    const asked = await documentOf(context, preview.pluginDigest)
    if (has(asked, rule)) return ruleIn(asked.document, asked.digest, rule)
  }
  const installed = await installedAt(context, preview.kind === 'replay' ? null : preview.doneAt)
  const beside = installed.findLast(({ plugin, digest }) => has({ document: plugin, digest }, rule))
  return beside === undefined ? null : ruleIn(beside.plugin, beside.digest, rule)
}

const effectOf = (found: RuleInPlugin | null, otherwise: EffectWord): EffectWord =>
  found === null || found.rule.kind === 'exemption' ? otherwise : found.rule.effect

PreviewChange.implement({
  description: 'What becomes of one person, or of two, under one rule. 一项变化。',
  fields: (t) => ({
    change: t.expose('kind', { type: ChangeKind, description: 'What becomes of them. 变化。' }),
    person: t.field({
      type: Person,
      description: 'Of whom. 人员。',
      resolve: ({ personRoot: root, personId: id, at }, _args, context) =>
        context.named(personLoader, rowKey({ root, id }, at)),
    }),
    other: t.field({
      type: Person,
      nullable: true,
      description:
        'Of a conflict: the relative; null for other changes, and for readers without family data. 冲突的另一方。',
      resolve: ({ otherRoot: root, otherId: id, at }, _args, context) =>
        root === null || id === null || !context.sees.family
          ? null
          : context.named(personLoader, rowKey({ root, id }, at)),
    }),
    rule: t.field({
      type: Rule,
      description: 'Under which rule: as it would be, or as it was where it would be gone. 规则。',
      resolve: async (change, _args, context) => {
        const found = (await ruleAfter(context, change)) ?? (await formerRule(context, change))
        if (found === null) throw new Error(`A preview names ${change.rule}, which nothing installed has.`)
        return found
      },
    }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description: 'The organ the person serves in on the day it is felt; null: in none. 单位。',
      resolve: ({ unitRoot: root, unitId: id, at }, _args, context) =>
        root === null || id === null ? null : context.load(unitLoader, rowKey({ root, id }, at)),
    }),
    year: t.exposeInt('year', { description: 'The year in which it is felt first. 年度。' }),
    before: t.field({
      type: Standing,
      nullable: true,
      description: 'How it stood; null: it did not bind. 变化前。',
      resolve: async (change, _args, context) => {
        const { beforeStatus: status, beforeSince: since, beforeFrom: from, beforeDueBy: dueBy } = change
        if (status === null || since === null || from === null) return null
        return { status, since, from, dueBy, effect: effectOf(await formerRule(context, change), change.effect) }
      },
    }),
    after: t.field({
      type: Standing,
      nullable: true,
      description: 'How it would stand; null: it would not bind. 变化后。',
      resolve: async (change, _args, context) => {
        const { afterStatus: status, afterSince: since, afterFrom: from, afterDueBy: dueBy } = change
        if (status === null || since === null || from === null) return null
        return { status, since, from, dueBy, effect: effectOf(await ruleAfter(context, change), change.effect) }
      },
    }),
  }),
})
