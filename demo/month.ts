/** A month of the calendar as a whole number: `year * 12 + (month - 1)`. Careers are told in months, as files tell them. */
export type Month = number

export const monthOf = (year: number, month: number): Month => year * 12 + month - 1

const two = (n: number) => String(n).padStart(2, '0')

/** `2014-03` */
export const monthText = (m: Month): string => `${Math.floor(m / 12)}-${two((m % 12) + 1)}`

/** `2014-03-09`; days stay at 28 or below, so that every month has them. */
export const dayText = (m: Month, day: number): string => `${monthText(m)}-${two(day)}`

export const yearText = (m: Month): string => String(Math.floor(m / 12))

/** The last month the synthetic world has lived through. */
export const lastMonth = monthOf(2026, 10)
