import { type Bilingual, type DayText, parseDay, parseStated, type Range, type StatedText } from '../policy/index.ts'
import { type Issue, type ProblemPath, ValidationProblem } from './problem.ts'
import type { Complaint } from './roster/problem.ts'

/** Collects everything that is wrong with an input, so that the caller is told of all of it at once. */
export class Issues {
  readonly #found: Issue[] = []

  add(path: ProblemPath, value: string | null, says: Bilingual, remedy: Bilingual): void {
    this.#found.push({ path, value, says, remedy })
  }

  /** What a roster would be refused for as well, under the same word. */
  complain(path: ProblemPath, value: string | null, { code, reason, remedy }: Complaint): void {
    this.#found.push({ path, value, code, says: reason, remedy })
  }

  /** Refuses the input when anything was found. */
  refuseIfAny(): void {
    const [first, ...rest] = this.#found
    if (first !== undefined) throw new ValidationProblem([first, ...rest])
  }

  /** The days a stated text may mean; `null` when it was not given or says nothing. */
  stated(path: ProblemPath, text: StatedText | null | undefined): Range | null {
    if (text === null || text === undefined) return null
    const range = parseStated(text)
    if (range === null) this.add(path, text, noSuchDay(text), writeStated)
    return range
  }

  day(path: ProblemPath, text: DayText | null | undefined): void {
    if (text !== null && text !== undefined && parseDay(text) === null) {
      this.add(path, text, noSuchDay(text), writeDay)
    }
  }

  /** A word of a closed list. */
  word(path: ProblemPath, value: string | null | undefined, words: Readonly<Record<string, string>>): void {
    if (value === null || value === undefined || Object.hasOwn(words, value)) return
    const legal = Object.keys(words).join(', ')
    this.add(
      path,
      value,
      { zh: `\`${value}\` 不是规定的用词。`, en: `\`${value}\` is not one of the words used here.` },
      { zh: `可用：${legal}。`, en: `One of: ${legal}.` },
    )
  }

  /** There must be a day between the first and the first-no-longer. */
  inOrder(path: ProblemPath, from: Range | null, to: Range | null, text: string | null): void {
    if (from !== null && to !== null && from.lo >= to.hi) this.add(path, text, reversed, swap)
  }
}

const noSuchDay = (text: string): Bilingual => ({
  zh: `\`${text}\` 不是日历上的日期。`,
  en: `\`${text}\` is not a day of the calendar.`,
})
const writeDay = { zh: '写成 YYYY-MM-DD。', en: 'Write YYYY-MM-DD.' }
const writeStated = {
  zh: '写成 YYYY-MM-DD、YYYY-MM、YYYY，不详写 ?。',
  en: 'Write YYYY-MM-DD, YYYY-MM or YYYY; `?` when it is not known.',
}
const reversed = {
  zh: '终止日期不晚于起始日期，其间没有一天。',
  en: '`to` is not after `from`: there is no day between them.',
}
const swap = {
  zh: '终止日期是不再如此的第一天；请核对两个日期。',
  en: '`to` is the first day it is no longer so; check both days.',
}
