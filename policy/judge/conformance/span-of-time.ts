import { type Period, period } from '../../time/period.ts'

/** Whether one period is over no later than another, whatever day they are counted from. */
export const isNoLonger = (one: string, other: string): boolean => {
  const [a, b] = [period(one), period(other)]
  return (a.months <= b.months && a.days <= b.days) || mostDays(a) <= fewestDays(b)
}

const mostDays = ({ months, days }: Period): number => Math.ceil(months * 30.5) + 3 + days
const fewestDays = ({ months, days }: Period): number => Math.floor(months * 30.4) - 3 + days
