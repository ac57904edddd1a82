import type { Divisions, Setting } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { PlacementRule } from '../../law/rule.ts'
import { either, holdsOn, never, type Truth } from '../../time/truth.ts'
import { type CompiledRule, compileRule, pieceOn, ruleDays, wholePerson } from '../compiled-rule.ts'
import { asReached, type Reached, under } from '../delegation/reading.ts'
import { describeTree } from '../explain.ts'
import { type Fuel, stepsOf } from '../fuel.ts'
import { PersonDays } from '../person-days.ts'
import { benchOf, type Line, linesOf, versionFor } from '../rule-book.ts'
import { couldBind } from '../stopped.ts'
import type { Subject } from '../subject.ts'
import { inLanguage } from '../wording/words.ts'
import { type Barred, barFinding, stoppedBar } from './bar-finding.ts'
import type { MoveFacts, MoveFinding } from './move.ts'
import { withoutRestated } from './restated-moves.ts'

type PlacementLine = Line<CompiledRule<PlacementRule>>

/** Every enabled placement rule of the installed plugins. */
export const placementBook = (installations: readonly Installation[], divisions: Divisions): readonly PlacementLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'placement' ? compileRule(rule, at, values) : null,
  )

/**
 * What bars a move, by itself, on its day: judged by the chain of the post taken, and by that of the person (S12). A plugin that
 * asks too much is stopped whole, whatever of it had been judged by then; those of others stand.
 */
export const placementsOf = (
  move: MoveFacts,
  book: readonly PlacementLine[],
  setting: Setting,
  budget: number,
): readonly MoveFinding[] => {
  const days = new PersonDays(move.person, setting, budget)
  const { fuel } = days
  const ways = move.takes === null ? [days] : [under(move.takes.authority), days]
  const concerned = book.filter((line) => ways.some((way) => way.mayBeJudged(line.governs)))
  const found = concerned.flatMap((line) => {
    const subject: Subject = { ...wholePerson(move.person, line.jurisdiction, setting), move }
    const judged = asReached(line, ways, (versions) => barredDays(versions, subject, line.account, fuel))
    const holds = holdsOn(judged.bound, move.on)
    return holds === 'NO' ? [] : [{ line, finding: findingOf(judged.line, subject, move, holds === 'YES') }]
  })
  const isStopped = ({ account }: PlacementLine) => fuel.isStopped(account)
  const computed = found.filter(({ line }) => !isStopped(line)).map(({ finding }) => finding)
  const stopped = concerned
    .filter(isStopped)
    .filter((line) => mayBar(line, ways, move))
    .map((line) => stoppedBar(barredBy(line, move), budget, 'move'))
  return [...withoutRestated(computed, restatesOf(book)), ...stopped]
}

const restatesOf = (book: readonly PlacementLine[]) =>
  new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))

const barredDays = (versions: PlacementLine['versions'], subject: Subject, account: number, fuel: Fuel): Truth => {
  for (const { weight } of versions) fuel.charge(account, stepsOf(weight, subject))
  if (fuel.isStopped(account)) return never
  return versions.reduce((sum, version) => either(sum, ruleDays(version, subject)), never)
}

/** Whether a rule nobody computed could bar the move on its day. */
const mayBar = (line: PlacementLine, ways: readonly Reached[], move: MoveFacts): boolean =>
  holdsOn(asReached({ ...line, locals: null }, ways, () => couldBind(line)).bound, move.on) !== 'NO'

const barredBy = (line: PlacementLine, { person, on, takes, leaves }: MoveFacts): Barred => ({
  line,
  on,
  people: [person.id],
  moves: [person.id, takes?.post ?? '', leaves?.post ?? ''].join(),
})

const findingOf = (line: PlacementLine, subject: Subject, move: MoveFacts, sure: boolean): MoveFinding => {
  const { on } = move
  return barFinding(barredBy(line, move), sure, (language) => {
    const root = pieceOn(versionFor(line, on, on + 1), on)?.node
    const nodes = root === undefined ? [] : describeTree(root, { subject, per: [], on, language })
    const sentences = nodes.map(({ label, arithmetic }) =>
      arithmetic === '' ? '' : inLanguage(language, `${label}：${arithmetic}。`, `${label}: ${arithmetic}.`),
    )
    return { sentences, nodes }
  })
}
