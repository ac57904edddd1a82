import { parse as uuidBytes, v5 as uuidv5 } from 'uuid'
import type { Divisions, Setting } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { PlacementRule } from '../../law/rule.ts'
import { dayText } from '../../time/day.ts'
import { either, holdsOn, never, type Truth } from '../../time/truth.ts'
import { type CompiledRule, compileRule, pieceOn, ruleDays, wholePerson } from '../compiled-rule.ts'
import { asReached, under } from '../delegation/reading.ts'
import { describeTree } from '../explain.ts'
import { PersonDays } from '../person-days.ts'
import { benchOf, type Line, linesOf, versionFor } from '../rule-book.ts'
import type { Subject } from '../subject.ts'
import { barOnMoveWords } from '../wording/move.ts'
import { citedWords } from '../wording/paragraph.ts'
import { inLanguage, type Language } from '../wording/words.ts'
import type { MoveFacts, MoveFinding } from './move.ts'
import { withoutRestated } from './restated-moves.ts'

type PlacementLine = Line<CompiledRule<PlacementRule>>

/** Every enabled placement rule of the installed plugins. */
export const placementBook = (installations: readonly Installation[], divisions: Divisions): readonly PlacementLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'placement' ? compileRule(rule, at, values) : null,
  )

/** UUID namespace of what is found about moves. */
export const moveNamespace = uuidBytes('4e1d2a8c-7b64-5d11-9a3f-8c25b0e6f713')
export const utf8 = new TextEncoder()

/** What bars a move, by itself, on its day: judged by the chain of the post taken, and by that of the person (S12). */
export const placementsOf = (
  move: MoveFacts,
  book: readonly PlacementLine[],
  setting: Setting,
): readonly MoveFinding[] => {
  const days = new PersonDays(move.person, setting)
  const ways = move.takes === null ? [days] : [under(move.takes.authority), days]
  const found = book.flatMap((line): MoveFinding[] => {
    if (!ways.some((way) => way.mayBeJudged(line.governs))) return []
    const subject: Subject = { ...wholePerson(move.person, line.jurisdiction, setting), move }
    const judged = asReached(line, ways, (versions) => barredDays(versions, subject))
    const holds = holdsOn(judged.bound, move.on)
    return holds === 'NO' ? [] : [findingOf(judged.line, subject, move, holds === 'YES')]
  })
  return withoutRestated(found, restatesOf(book))
}

const restatesOf = (book: readonly PlacementLine[]) =>
  new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))

const barredDays = (versions: PlacementLine['versions'], subject: Subject): Truth =>
  versions.reduce((sum, version) => either(sum, ruleDays(version, subject)), never)

const findingOf = (line: PlacementLine, subject: Subject, move: MoveFacts, sure: boolean): MoveFinding => {
  const { person, on, takes, leaves } = move
  const version = versionFor(line, on, on + 1)
  const name = [line.jurisdiction, line.id, person.id, takes?.post ?? '', leaves?.post ?? '', dayText(on)].join()
  const status = sure ? 'ACTIVE' : 'UNDETERMINED'
  return {
    id: uuidv5(utf8.encode(name), moveNamespace),
    rule: line.id,
    catalogueId: version.rule.catalogueId,
    effect: version.rule.effect,
    jurisdiction: line.jurisdiction,
    digest: version.installation.digest,
    kind: 'placement',
    status,
    people: [person.id],
    explain: (language: Language) => {
      const root = pieceOn(version, on)?.node
      const nodes = root === undefined ? [] : describeTree(root, { subject, per: [], on, language })
      const sums = nodes.map(({ label, arithmetic }) =>
        arithmetic === '' ? '' : inLanguage(language, `${label}：${arithmetic}。`, `${label}: ${arithmetic}.`),
      )
      const text = [citedWords(version, on, language), ...sums, barOnMoveWords(sure, on, language)]
      return {
        text: text.filter((part) => part !== '').join(language === 'zh' ? '' : ' '),
        status,
        nodes,
        exemptions: [],
      }
    },
  }
}
