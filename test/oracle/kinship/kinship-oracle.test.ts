import { expect, test } from 'vitest'
import { type Days, kinOf, parseStated } from '../../../policy/index.ts'
import { Family } from '../../policy/kinship/family.ts'
import { type Dice, diceOf } from '../random.ts'
import { kinOnDay } from './by-definition.ts'
import { blurredDay, completedDay, type FamilyRows, randomFamily, type Text, withDays } from './record.ts'

const seed = Number(process.env.KIN_SEED ?? Math.floor(Math.random() * 2 ** 31))
const families = Number(process.env.KIN_FAMILIES ?? 10_000)

const built = ({ people, ties }: FamilyRows): Family => {
  const family = new Family()
  const said = (text: Text) => text ?? undefined
  for (const { id, birth, died } of people)
    family.someone(id, { ...(birth === null ? {} : { birth }), ...(died === null ? {} : { died }) })
  for (const { of, relation, to, kind, from, until, endedBy } of ties)
    family.tie(of, relation, to, {
      ...(relation === 'parent' ? { kind } : {}),
      ...(said(from) === undefined ? {} : { from: said(from) ?? '' }),
      ...(said(until) === undefined ? {} : { to: said(until) ?? '' }),
      ...(endedBy === null ? {} : { endedBy }),
    })
  return family
}

const holds = (days: Days, day: number): boolean =>
  days.some((from, i) => i % 2 === 0 && from <= day && day < (days[i + 1] ?? Number.POSITIVE_INFINITY))

const answers = (rows: FamilyRows) => {
  const family = built(rows)
  return rows.people.flatMap(({ id }) => kinOf(family, id))
}

/** Where the answer is not what the definitions say of this completion; `null` where it agrees. */
const disagreement = (dice: Dice, file: FamilyRows, whole: FamilyRows, tally: Map<string, number>): string | null => {
  const found = answers(file)
  const exact = file === whole && !file.ties.some((t) => t.kind === 'adoptive' && t.until !== null)
  const texts = [...whole.people.flatMap((p) => [p.birth, p.died]), ...whole.ties.flatMap((t) => [t.from, t.until])]
  const days = texts.flatMap((text) => (text === null ? [] : [text]))
  for (const day of ['1930-01-01', ...dice.some(days, 1, 2), '2026-01-01']) {
    const at = parseStated(day)?.lo ?? 0
    const truth = kinOnDay(whole, day)
    const [sure, possible] = [new Set<string>(), new Set<string>()]
    for (const kin of found) {
      const name = `${kin.person} ${kin.relative} ${kin.pattern}`
      if (holds(kin.truth.surely, at)) sure.add(name)
      if (holds(kin.truth.possibly, at)) possible.add(name)
    }
    for (const name of truth) tally.set(name.slice(6), (tally.get(name.slice(6)) ?? 0) + 1)
    const wrong = [
      ...[...sure].filter((name) => !truth.has(name)).map((name) => `surely ${name}, but it is not`),
      ...[...truth].filter((name) => !possible.has(name)).map((name) => `${name} held to be impossible`),
      ...(exact ? [...truth].filter((name) => !sure.has(name)).map((name) => `${name} not sure`) : []),
    ]
    if (wrong.length > 0)
      return `${day}: ${wrong.join('; ')}\n${JSON.stringify(file, null, 1)}\n${JSON.stringify(whole)}`
  }
  return null
}

test(`kinship agrees with its definitions on ${families} families, day by day, KIN_SEED=${seed}`, {
  timeout: 600_000,
}, () => {
  const tally = new Map<string, number>()
  for (let i = 0; i < families; i += 1) {
    const dice = diceOf(seed + i)
    const precise = randomFamily(dice)
    expect(disagreement(dice, precise, precise, tally)).toBeNull()
    const file = withDays(precise, (text) => blurredDay(dice, text))
    for (let n = 0; n < 2; n += 1)
      expect(
        disagreement(
          dice,
          file,
          withDays(file, (text) => completedDay(dice, text)),
          tally,
        ),
      ).toBeNull()
  }
  for (const pattern of 'K1 K2 K3 K4A K4B K4C K4D K4E STEP AFTER_DEATH AFTER_ADOPTION'.split(' '))
    expect(tally.get(pattern) ?? 0, pattern).toBeGreaterThan(families / 200)
})
