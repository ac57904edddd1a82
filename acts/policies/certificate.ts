import { divisions } from '../../db/divisions.ts'
import { installationsAt } from '../../db/facts.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type Certificate,
  type ConformanceItem,
  certificateProblems,
  certify,
  checkInstall,
  type DayText,
  type Installation,
  type PluginDocument,
  type PluginProblem,
} from '../../policy/index.ts'
import { NotFoundProblem } from '../problem.ts'
import { documentOf } from './known-document.ts'
import { refuseUnknownPlace } from './known-place.ts'
import { refuseIfAny } from './refusal.ts'

/** Days on which a document would count. */
export interface Counting {
  readonly from: DayText
  readonly to: DayText | null
}

/** What a document meets on days on which the same superiors stand above it. */
export interface Stretch {
  readonly from: DayText
  readonly certificate: Certificate
  /** Where it loosens a superior rule, or sets what is not for its level to set. */
  readonly problems: readonly PluginProblem[]
}

/**
 * What stands for and against a document at a jurisdiction, below what governs there now; refused when the document is not
 * on file, or has no place there at all.
 */
export const certificateFor = async (tx: Tx, jurisdiction: string, digest: string): Promise<Certificate> => {
  refuseUnknownPlace(jurisdiction, ['jurisdiction'])
  const plugin = await documentOf(tx, digest)
  if (plugin === null) throw new NotFoundProblem(['plugin'], digest, { zh: '政策文件', en: 'policy document' }, upload)
  const counting = { from: await todayInLaw(tx), to: null }
  const installations = await installationsAt(tx)
  refuseIfAny(strayProblems(plugin, jurisdiction, installations), ['plugin'])
  return certificateOver(plugin, jurisdiction, counting, installations)
}

/** The certificate of all the days on which the document would count: each point once, refused if it is on any of them. */
const certificateOver = (
  plugin: PluginDocument,
  at: string,
  counting: Counting,
  installations: readonly Installation[],
): Certificate => {
  const certificates = stretches(plugin, at, counting, installations).map(({ certificate }) => certificate)
  const points = new Map<string, ConformanceItem>()
  for (const item of certificates.flatMap(({ items }) => items)) {
    const key = pointOf(item)
    const seen = points.get(key)
    if (seen === undefined || (seen.holds && !item.holds)) points.set(key, item)
  }
  const notices = new Map(certificates.flatMap(({ notices }) => notices).map((each) => [JSON.stringify(each), each]))
  return {
    conforms: certificates.every(({ conforms }) => conforms),
    items: [...points.values()],
    notices: [...notices.values()],
  }
}

/** Names one point at which a document touches a superior rule. */
export const pointOf = ({ path, superior }: Point): string => [...path, superior?.rule].join('\n')

interface Point {
  readonly path: readonly string[]
  readonly superior?: { readonly rule: string }
}

/** What the document meets, from day to day: a superior's version counts on its own days only. */
export const stretches = (
  plugin: PluginDocument,
  at: string,
  { from, to }: Counting,
  installations: readonly Installation[],
): readonly Stretch[] => {
  const above = superiorsOf(at, installations)
  const ends = above.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo ?? effectiveFrom])
  const starts = [...new Set([from, ...ends.filter((day) => day > from && (to === null || day < to))])].sort()
  return starts.map((day) => {
    const there = above.filter(
      (each) => each.effectiveFrom <= day && (each.effectiveTo === null || day < each.effectiveTo),
    )
    const certificate = certify(plugin, at, there, divisions)
    return { from: day, certificate, problems: certificateProblems(certificate) }
  })
}

const superiorsOf = (at: string, installations: readonly Installation[]): readonly Installation[] => {
  const chain = divisions.chain(at).filter((code) => code !== at)
  return installations.filter(({ jurisdiction }) => chain.includes(jurisdiction))
}

/** What keeps a document from being installed at all, whoever answers for it: it is misplaced, or speaks of rules nobody has. */
export const strayProblems = (
  plugin: PluginDocument,
  at: string,
  installations: readonly Installation[],
): readonly PluginProblem[] =>
  checkInstall(plugin, at, installations, divisions).filter(({ superior }) => superior === undefined)

const upload = {
  zh: '先上传政策包，再用上传回执中的摘要。',
  en: 'Upload the package first, and use the digest you were given.',
}
