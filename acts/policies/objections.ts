import type { Bilingual, ConformanceItem, DayText, Installation, PluginDocument } from '../../policy/index.ts'
import { type Counting, pointOf, type Stretch, stretches } from './certificate.ts'

/** A superior rule that stands against a document, at one point of it. */
export interface Objection {
  /** A stable word for what is wrong. */
  readonly code: string
  readonly path: readonly string[]
  readonly superior: ConformanceItem['superior']
  /** First day on which both count. */
  readonly from: DayText
  readonly says: Bilingual
  readonly remedy: Bilingual
  /** Nothing could be proved either way: it stands as long as nobody answers for it. */
  readonly answerable: boolean
}

/** All that superiors have against a document on the days on which it would count, each point with its first day. */
export const objectionsTo = (
  plugin: PluginDocument,
  at: string,
  counting: Counting,
  installations: readonly Installation[],
): readonly Objection[] => {
  const found = new Map<string, Objection>()
  for (const objection of stretches(plugin, at, counting, installations).flatMap(objectionsIn)) {
    const key = pointOf(objection)
    if (found.get(key)?.answerable !== false && !(found.has(key) && objection.answerable)) found.set(key, objection)
  }
  return [...found.values()]
}

const objectionsIn = ({ from, certificate, problems }: Stretch): readonly Objection[] => {
  const items = certificate.items.filter(({ holds, basis }) => !holds || basis === 'unproved')
  const byPoint = new Map(items.map((item) => [pointOf(item), item]))
  const checked = problems.flatMap(({ code, path, message, remedy, superior }): Objection[] => {
    if (superior === undefined) return []
    const says = withExample(message, byPoint.get(pointOf({ path, superior })))
    return [{ code, path, superior, from, says, remedy, answerable: false }]
  })
  const told = new Set(checked.map(pointOf))
  return [...checked, ...items.filter((item) => !told.has(pointOf(item))).map((item) => objection(item, from))]
}

const objection = (item: ConformanceItem, from: DayText): Objection => {
  const { path, superior, basis, because } = item
  const answerable = basis === 'unproved'
  const says = withExample(because, item)
  const remedy = answerable ? readBoth(superior.rule) : changeIt
  return { code: basis.toUpperCase(), path, superior, from, says, remedy, answerable }
}

/** The reason, and the made-up officer whom the document would release, where one was found. */
const withExample = (says: Bilingual, item: ConformanceItem | undefined): Bilingual => {
  if (item === undefined || item.counterexample === null) return says
  const { story, onDay, superiorSays, pluginSays } = item.counterexample
  return {
    zh: `${says.zh}反例（${onDay}）：${story.zh}上级：${superiorSays.zh}本文件：${pluginSays.zh}`,
    en: `${says.en} Counterexample (${onDay}): ${story.en} The superior says: ${superiorSays.en} This document says: ${pluginSays.en}`,
  }
}

const changeIt = {
  zh: '改掉文件的这一处，使上级规定所及的人不因本文件而不受其约束。',
  en: 'Change this part of the document so that it releases nobody whom the superior rule binds.',
}

const readBoth = (rule: string): Bilingual => ({
  zh: `请对照上级规定通读；确认不抵触的，在 acknowledged 中写明\`${rule}\`。`,
  en: `Read both texts; if you answer for it that they agree, name \`${rule}\` in \`acknowledged\`.`,
})
