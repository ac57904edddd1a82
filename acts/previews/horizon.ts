import { addYears, type DayText, day, type Horizon } from '../../policy/index.ts'
import { invalid } from '../problem.ts'

const [usual, most] = [5, 40]

/** Years looked ahead; refused where they are none. */
export const horizonOf = (years: number | null | undefined): number => {
  const asked = years ?? usual
  if (Number.isInteger(asked) && asked >= 1 && asked <= most) return asked
  throw invalid(
    ['input', 'horizon'],
    String(asked),
    {
      zh: `年限\`${asked}\`不在 1 至 ${most} 之间。`,
      en: `A horizon of \`${asked}\` years is not within 1 to ${most}.`,
    },
    {
      zh: `写 1 至 ${most} 的整数，通常为 ${usual}。`,
      en: `Write a whole number from 1 to ${most}; usual is ${usual}.`,
    },
  )
}

/** The days a preview or replay looks at. */
export const horizonDays = ({ fromOn, horizon }: { readonly fromOn: DayText; readonly horizon: number }): Horizon => {
  const from = day(fromOn)
  return { from, to: addYears(from, horizon) }
}
