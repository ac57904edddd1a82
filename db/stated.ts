import { type Day, day, dayText, type Precision, parseStated, type Range, type StatedText } from '../policy/index.ts'

/** A stated day as stored: the first of the days it may mean, and how exactly it is known. Both null: nothing stated. */
export interface StoredDay {
  readonly on: string | null
  readonly precision: Precision | null
}

const precisions: Readonly<Record<number, Precision>> = { 10: 'day', 7: 'month', 4: 'year', 1: 'unknown' }

/** From what the file says (`2014-03-01`, `2014-03`, `2014`, `?`) to what is stored; `null` stays nothing stated. */
export const storedDay = (text: StatedText | null): StoredDay => {
  if (text === null) return { on: null, precision: null }
  const precision = precisions[text.length]
  if (precision === undefined || parseStated(text) === null) throw new RangeError(`\`${text}\` is not a stated day.`)
  if (precision === 'unknown') return { on: null, precision }
  return { on: `${text}-01-01`.slice(0, 10), precision }
}

/** Back to what the file said. */
export const statedText = ({ on, precision }: StoredDay): StatedText | null => {
  if (precision === null) return null
  if (on === null) return '?'
  return on.slice(0, precision === 'day' ? 10 : precision === 'month' ? 7 : 4)
}

/** The days a stored day may mean, or `null` when nothing is stated. */
export const statedRange = (stored: StoredDay): Range | null => {
  const text = statedText(stored)
  if (text === null) return null
  if (text.length === 10) return exactDay(text)
  const range = parseStated(text)
  if (range === null) throw new RangeError(`The database holds \`${text}\` as a day.`)
  return range
}

/** The same, of a day read as a number. */
export const rangeOn = (on: Day | null, precision: Precision | null): Range | null =>
  precision === 'day' && on !== null
    ? { lo: on, hi: on }
    : statedRange({ on: on === null ? null : dayText(on), precision })

const exactDay = (text: string): Range => {
  const d = day(text)
  return { lo: d, hi: d }
}

/** Columns of a row that holds from one day to another. */
export interface StoredValidity {
  readonly fromOn: string | null
  readonly fromPrecision: Precision | null
  readonly toOn: string | null
  readonly toPrecision: Precision | null
}

/** As stored, from what the file says: `from` nothing stated is since ever, `to` nothing stated is still so. */
export const storedValidity = (from: StatedText | null, to: StatedText | null): StoredValidity => {
  const [start, end] = [storedDay(from), storedDay(to)]
  return { fromOn: start.on, fromPrecision: start.precision, toOn: end.on, toPrecision: end.precision }
}

const sinceEver: Range = { lo: -Infinity, hi: -Infinity }
const forEver: Range = { lo: Infinity, hi: Infinity }

/** Both ends as days. */
export const validityRanges = (row: StoredValidity): { readonly from: Range; readonly to: Range } => ({
  from: statedRange({ on: row.fromOn, precision: row.fromPrecision }) ?? sinceEver,
  to: statedRange({ on: row.toOn, precision: row.toPrecision }) ?? forEver,
})
