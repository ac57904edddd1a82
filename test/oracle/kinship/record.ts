import type { ParentKind, TieEnd } from '../../../policy/index.ts'
import type { Dice } from '../random.ts'

/** A day as text, whole or only its month or year: `1980-03-07`, `1980-03`, `1980`. `null`: not on file. */
export type Text = string | null

export interface PersonRow {
  readonly id: string
  readonly birth: Text
  readonly died: Text
}

export interface TieRow {
  readonly relation: 'parent' | 'spouse'
  /** The child, or either spouse. */
  readonly of: string
  readonly to: string
  readonly kind: ParentKind
  readonly from: Text
  readonly until: Text
  readonly endedBy: TieEnd | null
}

/** A family as rows of text. */
export interface FamilyRows {
  readonly people: readonly PersonRow[]
  readonly ties: readonly TieRow[]
}

const two = (n: number) => `${n}`.padStart(2, '0')
const dayIn = (dice: Dice, lo: number, hi: number) =>
  `${dice.int(lo, hi)}-${two(dice.int(1, 12))}-${two(dice.int(1, 28))}`

/** Families with remarriages, half siblings, adoptions, step-parents and marriages of cousins. */
export const randomFamily = (dice: Dice): FamilyRows => {
  const people: PersonRow[] = []
  const ties: TieRow[] = []
  const ids = Array.from({ length: dice.int(5, 9) }, (_, i) => `p${i}`)
  for (const id of ids)
    people.push({
      id,
      birth: dice.chance(0.8) ? dayIn(dice, 1940, 2000) : null,
      died: dice.chance(0.2) ? dayIn(dice, 2001, 2024) : null,
    })
  ids.forEach((id, i) => {
    if (i === 0) return
    for (const parent of dice.some(ids.slice(0, i), 0, 2)) {
      const kind = dice.pick(['birth', 'birth', 'birth', 'birth', 'adoptive', 'step_supported'] as const)
      const over = kind !== 'birth' && dice.chance(0.4)
      ties.push({
        relation: 'parent',
        of: id,
        to: parent,
        kind,
        from: kind === 'birth' ? (dice.chance(0.15) ? dayIn(dice, 1990, 2024) : null) : dayIn(dice, 1960, 2010),
        until: over ? dayIn(dice, 2011, 2024) : null,
        endedBy: over
          ? kind === 'adoptive'
            ? dice.pick(['dissolved', 'dissolved', 'annulled'] as const)
            : null
          : null,
      })
    }
  })
  for (let n = dice.int(1, 5); n > 0; n -= 1) {
    const [of, to] = dice.some(ids, 2, 2)
    if (
      of === undefined ||
      to === undefined ||
      ties.some((t) => [t.of, t.to].includes(of) && [t.of, t.to].includes(to))
    )
      continue
    const widowing = people.some(({ id, died }) => (id === of || id === to) && died !== null)
    const over = !widowing && dice.chance(0.4)
    ties.push({
      relation: 'spouse',
      of,
      to,
      kind: 'birth',
      from: dice.chance(0.8) ? dayIn(dice, 1960, 2000) : null,
      until: over ? dayIn(dice, 2001, 2024) : null,
      endedBy: over ? dice.pick(['divorce', 'annulled'] as const) : null,
    })
  }
  return { people, ties }
}

/** The family with each day changed by `change`. */
export const withDays = ({ people, ties }: FamilyRows, change: (text: string) => string): FamilyRows => {
  const of = (text: Text) => (text === null ? null : change(text))
  return {
    people: people.map((p) => ({ ...p, birth: of(p.birth), died: of(p.died) })),
    ties: ties.map((t) => ({ ...t, from: of(t.from), until: of(t.until) })),
  }
}

/** Some days told only by month or year. */
export const blurredDay = (dice: Dice, text: string): string =>
  dice.chance(0.7) ? text : text.slice(0, dice.pick([4, 7]))

/** One whole day that the text may mean. */
export const completedDay = (dice: Dice, text: string): string => {
  const month = text.length > 4 ? text : `${text}-${two(dice.pick([1, 12, dice.int(1, 12)]))}`
  return month.length > 7 ? month : `${month}-${two(dice.pick([1, 28, dice.int(1, 28)]))}`
}
