/** What one run measured, beside what it is held against in the same run. */
export interface Figure {
  readonly name: string
  /** `null`: not measured; `against` says why. */
  readonly value: number | null
  readonly unit: string
  /** What it is compared with, and what that took or did, in the same unit. */
  readonly against: string
  /** How many times better (rates) or as long (times) as `against`; `null` where there is no other side. */
  readonly ratio: number | null
  /** As in `>= 10x` or `<= 30 s`; `null` where none was set. */
  readonly goal: string | null
  readonly met: boolean | null
}

const rounded = (n: number) => Number(n.toPrecision(4))

/** A rate held against another one: at least `least` times as much, where a goal was set. */
export const rateFigure = (
  name: string,
  unit: string,
  rate: number,
  [other, otherRate]: readonly [string, number],
  least: number | null,
): Figure => ({
  ...{ name, unit, value: rounded(rate), against: `${other}: ${rounded(otherRate)}`, ratio: rounded(rate / otherRate) },
  goal: least === null ? null : `>= ${least}x`,
  met: least === null ? null : rate / otherRate >= least,
})

/** A time held against another one: at most `most` times as long. */
export const timeFigure = (name: string, unit: string, time: number, other: readonly [string, number], most: number) =>
  ({
    ...{ name, unit, value: rounded(time), against: `${other[0]}: ${rounded(other[1])}` },
    ...{ ratio: rounded(time / other[1]), goal: `<= ${most}x`, met: time / other[1] <= most },
  }) satisfies Figure

/** A comparison that cannot be made here. */
export const notMeasured = (name: string, unit: string, why: string, least: number): Figure => ({
  ...{ name, unit, value: null, against: why, ratio: null, goal: `>= ${least}x`, met: null },
})

/** What must not pass a limit of its own, whatever the other side took. */
export const limitFigure = (
  name: string,
  unit: string,
  value: number,
  other: readonly [string, number] | null,
  most: number | null,
): Figure => ({
  ...{ name, unit, value: rounded(value), against: other === null ? '' : `${other[0]}: ${rounded(other[1])}` },
  ratio: other === null ? null : rounded(value / other[1]),
  goal: most === null ? null : `<= ${most} ${unit}`,
  met: most === null ? null : value <= most,
})

/** The figures as a table, one row each. */
export const table = (figures: readonly Figure[]): string => {
  const rows = figures.map(({ name, value, unit, against, ratio, goal, met }) => [
    ...[
      name,
      value === null ? 'not measured' : `${value} ${unit}`,
      against,
      ratio === null ? '' : `${ratio}x`,
      goal ?? '',
      met === null ? '' : met ? 'met' : 'missed',
    ],
  ])
  const all = [['measure', 'value', 'against', 'ratio', 'goal', ''], ...rows]
  const widths = all[0]?.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0))) ?? []
  return all
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
