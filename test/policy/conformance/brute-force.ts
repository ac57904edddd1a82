import {
  type Case,
  casePerson,
  compile,
  day,
  type Finding,
  type Installation,
  type PluginDocument,
  parsePeriod,
  type RotationRule,
  runCase,
} from '../../../policy/index.ts'
import { exampleCity, installed, settingWith } from '../../support/example-policy.ts'
import { nationwide } from '../../support/two-layers.ts'
import { grid, officers } from './small-domain.ts'

/** An officer on a day. */
export interface Asked {
  readonly officer: Case
  readonly on: string
}

const people = officers.map((officer) => ({ officer, facts: casePerson(officer, exampleCity) }))

/** Every officer and day of the small world on which the rule stands, however it stands. */
export const standing = (rule: string, ...installations: readonly Installation[]) => {
  const judge = compile(installations, settingWith())
  const found = new Map<string, { readonly status: string; readonly finding: Finding }>()
  people.forEach(({ facts }, n) => {
    for (const finding of judge.findings(facts)) {
      if (finding.rule !== rule) continue
      for (const on of grid) {
        const d = day(on)
        const span = finding.spans.find(({ from, to }) => from <= d && d < to)
        if (span !== undefined) found.set(`${n} ${on}`, { status: span.status, finding })
      }
    }
  })
  return {
    all: [...found.keys()],
    active: [...found].filter(([, { status }]) => status === 'ACTIVE').map(([key]) => key),
    isActive: (key: string) => found.get(key)?.status === 'ACTIVE',
  }
}

export const asked = (key: string): Asked => {
  const [n = '0', on = ''] = key.split(' ')
  const officer = officers[Number(n)]
  if (officer === undefined) throw new RangeError(key)
  return { officer: { ...officer, on }, on }
}

/** The law with its years as the city would set them. */
export const withYears = (superior: PluginDocument, value: string): PluginDocument => {
  const { years } = superior.parameters
  if (years === undefined) return superior
  const [first] = years.values
  const kept = years.values.filter(({ from }) => from < '2012-01-01')
  const values = first === undefined ? [] : [...kept, { ...first, from: '2012-01-01', value }]
  return { ...superior, parameters: { ...superior.parameters, years: { ...years, values } } }
}

export const rotationOf = (plugin: PluginDocument): RotationRule | undefined =>
  plugin.rules.find((rule) => rule.kind === 'rotation')

/** The lower rule as if it asked nothing but its outermost filters. */
export const scoped = (plugin: PluginDocument): PluginDocument => ({
  ...plugin,
  rules: plugin.rules.map((rule) => {
    if (rule.kind !== 'rotation' || !('all' in rule.when)) return rule
    const filters = rule.when.all.filter((part) => 'held' in part || ('not' in part && 'held' in part.not))
    return { ...rule, when: { all: filters } }
  }),
})

export const months = (text: string): number => parsePeriod(text)?.months ?? 0

const moves = (['clerk', 'section_deputy', 'section_chief', 'division_deputy'] as const).flatMap((level) =>
  [true, false].map((leading) => ({ takes: { post: '乙科某职', organ: '乙局', level, leading } })),
)

/** Whether some move of the officer that the law leaves open is left open by the city too; `null` where the law leaves none. */
export const mayMove = (officer: Case, superior: PluginDocument, lower: PluginDocument): boolean | null => {
  const leaves = officer.career.findLast(({ from }) => from <= officer.on)?.post ?? ''
  const bars = (plugin: PluginDocument, id: string, move: (typeof moves)[number]) =>
    plugin.rules.some((rule) => rule.id === id) &&
    runCase(plugin, { ...officer, moves: [{ ...move, leaves }], expect: { [id]: 'binds' } })[id] === 'binds'
  const open = moves.filter((move) => !bars(superior, 'law-bar', move))
  return open.length === 0 ? null : open.some((move) => !bars(lower, 'city-bar', move))
}

export const ofLaw = (superior: PluginDocument) => nationwide(superior)
export const ofCity = (lower: PluginDocument) => installed(lower)
