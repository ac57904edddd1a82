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

const objectionsIn = ({ from, certificate, problems }: Stretch): readonly Objection[] => [
  ...problems.flatMap(({ code, path, message: says, remedy, superior }): Objection[] =>
    superior === undefined ? [] : [{ code, path, superior, from, says, remedy, answerable: false }],
  ),
  ...certificate.items
    .filter(({ basis }) => basis === 'unproved')
    .map(({ path, superior, because: says }) => {
      const remedy = readBoth(superior.rule)
      return { code: 'UNPROVED', path, superior, from, says, remedy, answerable: true }
    }),
]

const readBoth = (rule: string): Bilingual => ({
  zh: `请对照上级规定通读；确认不抵触的，在 acknowledged 中写明\`${rule}\`。`,
  en: `Read both texts; if you answer for it that they agree, name \`${rule}\` in \`acknowledged\`.`,
})
