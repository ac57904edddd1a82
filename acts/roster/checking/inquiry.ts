import { formerDivisionOf, formerMeaningOf } from '../../../db/division-history.ts'
import type { Bilingual, DivisionCode } from '../../../policy/index.ts'
import { formerRemedy, formerSays, reusedRemedy, reusedSays } from '../../former-division.ts'
import { type Complaint, complaint, type RosterProblem, type RosterProblemCode } from '../problem.ts'
import type { CodeReference } from '../reading/column.ts'
import { problemIn, type WrittenRow } from '../reading/draft.ts'
import { didYouMean, quoted } from '../reading/suggest.ts'
import type { CodeBook, Numbered } from './code-book.ts'
import { isDivision, isHome, nearestDivisions } from './division-book.ts'

/** What a reference points to, in words, and where to look for what was meant. */
export interface Subject {
  readonly noun: Bilingual
  readonly unknown: RosterProblemCode
  /** Codes that exist, to guess a mistyped one from. */
  readonly codes: Iterable<string>
}

/** Guessing is for people: beyond this many, a report is no longer read line by line. */
const guesses = 300

/** The examination of one roster: where it is filed, and everything found wrong so far. */
export class Inquiry {
  readonly problems: RosterProblem[] = []
  readonly warnings: RosterProblem[] = []
  readonly at: DivisionCode
  #guessed = 0

  constructor(at: DivisionCode) {
    this.at = at
  }

  say(draft: WrittenRow, column: string, wrong: Complaint): void {
    this.problems.push(problemIn(draft, column, wrong))
  }

  warn(draft: WrittenRow, column: string, wrong: Complaint): void {
    this.warnings.push(problemIn(draft, column, wrong))
  }

  /** The one thing a reference means; otherwise the cell is reported and `null` returned. */
  look<E extends Numbered>(
    question: { readonly draft: WrittenRow; readonly column: string; readonly near?: DivisionCode | null },
    reference: CodeReference | null,
    { book, subject }: { readonly book: CodeBook<E>; readonly subject: Subject },
  ): E | null {
    if (reference === null) return null
    const { draft, column, near = null } = question
    const found = book.find(reference, near)
    if (found.is === 'one') return found.one
    const wrong =
      found.is === 'none' ? this.#unknown(reference, subject) : ambiguous(reference.code, found.many, subject)
    this.problems.push(problemIn(draft, column, wrong))
    return null
  }

  /** Reports a division code that is not in the tree; tells whether it is. */
  knows(draft: WrittenRow, column: string, code: DivisionCode | null): boolean {
    if (code === null || isDivision(code)) return true
    this.say(draft, column, noDivision(code))
    return false
  }

  /** Reports a place nobody can come from, as its code neither is nor was in use; warns of one that meant another before. */
  knowsHome(draft: WrittenRow, column: string, code: DivisionCode | null): void {
    if (code === null) return
    if (!isHome(code)) this.say(draft, column, noDivision(code))
    const before = formerMeaningOf(code)
    if (before !== null) this.warn(draft, column, complaint('REUSED_CODE', reusedSays(before), reusedRemedy(before)))
  }

  #unknown({ at, code }: CodeReference, { noun, unknown, codes }: Subject): Complaint {
    const where = at ?? this.at
    const otherwise: Bilingual = {
      zh: `请核对编号，或在名册中补上这一${noun.zh}；其他辖区的编号写作\`辖区代码:${code}\`。`,
      en: `Check the code, or add the ${noun.en} to the roster; write \`jurisdiction:${code}\` for another office's code.`,
    }
    return complaint(
      unknown,
      {
        zh: `名册和${where}已有的资料中都没有${noun.zh}\`${code}\`。`,
        en: `Neither the roster nor what is stored for ${where} has a ${noun.en} \`${code}\`.`,
      },
      this.#guessed++ < guesses ? didYouMean(code, codes, otherwise) : otherwise,
    )
  }
}

const noDivision = (code: DivisionCode): Complaint => {
  const former = formerDivisionOf(code)
  if (former !== null) return complaint('UNKNOWN_JURISDICTION', formerSays(former), formerRemedy(former))
  const found = nearestDivisions(code)
  return complaint(
    'UNKNOWN_JURISDICTION',
    { zh: `区划代码\`${code}\`不在 GB/T 2260 区划树中。`, en: `\`${code}\` is no division of GB/T 2260.` },
    found.length === 0
      ? { zh: '请核对代码。', en: 'Check the code.' }
      : { zh: `是否应为${quoted(found, '、')}？`, en: `Did you mean ${quoted(found, ', ')}?` },
  )
}

const ambiguous = (code: string, many: readonly Numbered[], { noun }: Subject): Complaint => {
  const choices = many.map(({ places }) => `${places[0] ?? '?'}:${code}`)
  return complaint(
    'AMBIGUOUS_CODE',
    {
      zh: `编号\`${code}\`对应不止一个${noun.zh}。`,
      en: `The code \`${code}\` belongs to more than one ${noun.en}.`,
    },
    { zh: `请写明辖区：${quoted(choices, '、')}。`, en: `Say which office numbered it: ${quoted(choices, ', ')}.` },
  )
}
