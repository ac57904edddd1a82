import type { CellObject } from 'write-excel-file/node'
import { day } from '../../policy/index.ts'

/** What stands in a cell as someone typed it: a text, a number, a day of the spreadsheet. */
export type Typed = string | CellObject

/** Day 0 of a spreadsheet; it counts 29 February 1900, so days before March 1900 are not for it. */
const start = day('1899-12-30')

const dayCell = (text: string, format: string): CellObject => ({ type: Number, value: day(text) - start, format })

/** A date cell shown to the day: 2016-05-20. */
export const dated = (text: string): CellObject => dayCell(text, 'yyyy-mm-dd')

/** A date cell of which only the month is shown, and so known: 2021年10月. */
export const monthly = (text: string): CellObject => dayCell(`${text}-01`, 'yyyy"年"m"月"')

/** Year and month as a number with two decimals: 2018.1 is shown, and meant, as 2018.10. */
export const figure = (value: number): CellObject => ({ type: Number, value, format: '0.00' })
