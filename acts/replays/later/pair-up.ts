import { grouped } from '../../../db/recorded.ts'
import type { Bilingual } from '../../../policy/index.ts'
import { type LaterFact, type LaterStep, laterFactKinds, type Part, type ToldRow } from './later-fact.ts'

/** What was said then beside what is said now of the same thing, each difference as a sentence; in the order of recording. */
export const pairUp = (rows: readonly ToldRow[]): readonly LaterFact[] =>
  [...grouped(rows, ({ kind, key }) => `${kind} ${key}`).values()]
    .flatMap(pairsOf)
    .flatMap(([then, now]) => factOf(then, now))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))

type Pair = readonly [then: ToldRow | undefined, now: ToldRow | undefined]

/** Rows that begin on the same day belong together; the others, one after another. */
const pairsOf = (rows: readonly ToldRow[]): readonly Pair[] => {
  const [then, now] = [rows.filter(({ heldNow }) => !heldNow), rows.filter(({ heldNow }) => heldNow)]
  const pairs: Pair[] = []
  for (const row of [...then]) {
    const at = now.findIndex(({ from }) => from === row.from)
    if (at < 0) continue
    pairs.push([row, now[at]])
    now.splice(at, 1)
    then.splice(then.indexOf(row), 1)
  }
  for (let i = 0; i < Math.max(then.length, now.length); i += 1) pairs.push([then[i], now[i]])
  return pairs
}

const factOf = (then: ToldRow | undefined, now: ToldRow | undefined): readonly LaterFact[] => {
  const row = now ?? then
  if (row === undefined) return []
  const step: LaterStep = then === undefined ? 'ADDED' : now === undefined ? 'WITHDRAWN' : 'CORRECTED'
  const changed = then !== undefined && now !== undefined ? differences(saidOf(then), saidOf(now)) : []
  // Written again, and the same.
  if (step === 'CORRECTED' && changed.length === 0) return []
  const { kind, of, what, recordedAt, from, to } = row
  const sentence = step === 'CORRECTED' ? corrected(row, changed) : told(row, step)
  return [{ kind, step, of, what, recordedAt, from, to, sentence }]
}

/** All it says, its days among it. */
const saidOf = ({ from, to, parts }: ToldRow): readonly Part[] => [
  { label: { zh: '起', en: 'from' }, says: { zh: from ?? '无', en: from ?? 'not stated' } },
  { label: { zh: '止', en: 'to' }, says: { zh: to ?? '无', en: to ?? 'open' } },
  ...parts,
]

interface Difference {
  readonly label: Bilingual
  readonly was: Bilingual
  readonly is: Bilingual
}

const blank: Bilingual = { zh: '空', en: 'blank' }

const differences = (then: readonly Part[], now: readonly Part[]): readonly Difference[] => {
  const labels = new Map([...then, ...now].map(({ label }) => [label.en, label]))
  return [...labels.values()].flatMap((label) => {
    const [was, is] = [then, now].map((parts) => parts.find((part) => part.label.en === label.en)?.says ?? blank)
    return was === undefined || is === undefined || was.zh === is.zh ? [] : [{ label, was, is }]
  })
}

const kindWords = (kind: ToldRow['kind']): Bilingual => ({ zh: laterFactKinds[kind], en: kind })

const corrected = ({ kind, what }: ToldRow, changed: readonly Difference[]): Bilingual => {
  const word = kindWords(kind)
  const zh = changed.map(({ label, was, is }) => `${label.zh}由${was.zh}改为${is.zh}`).join('，')
  const en = changed.map(({ label, was, is }) => `${label.en} ${was.en} became ${is.en}`).join(', ')
  return { zh: `更正${word.zh}（${what.zh}）：${zh}。`, en: `Corrected, ${word.en} (${what.en}): ${en}.` }
}

const told = (row: ToldRow, step: Exclude<LaterStep, 'CORRECTED'>): Bilingual => {
  const word = kindWords(row.kind)
  const says = [
    ...daysOf(row),
    ...row.parts.map(({ label, says }) => ({ zh: `${label.zh}${says.zh}`, en: `${label.en} ${says.en}` })),
  ]
  const tail = {
    zh: says.length === 0 ? '。' : `：${says.map(({ zh }) => zh).join('，')}。`,
    en: says.length === 0 ? '.' : `: ${says.map(({ en }) => en).join(', ')}.`,
  }
  return step === 'ADDED'
    ? { zh: `补录${word.zh}（${row.what.zh}）${tail.zh}`, en: `Added, ${word.en} (${row.what.en})${tail.en}` }
    : { zh: `撤销${word.zh}（${row.what.zh}）${tail.zh}`, en: `Withdrawn, ${word.en} (${row.what.en})${tail.en}` }
}

const daysOf = ({ from, to }: ToldRow): readonly Bilingual[] => {
  if (from === null && to === null) return []
  if (to === null) return [{ zh: `${from}起`, en: `from ${from}` }]
  return [{ zh: `${from ?? '自始'}至${to}`, en: `${from ?? 'ever'} to ${to}` }]
}
