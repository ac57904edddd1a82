import type { DayText } from '../../policy/index.ts'

/** Today as offices in China count it, by the clock of this machine: for what an author signs or drafts today, never for judging. */
export const todayInChina = (): DayText => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format()
