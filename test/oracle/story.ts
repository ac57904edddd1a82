import type { Edge, PersonFacts } from '../../policy/facts/person.ts'
import type { Installation } from '../../policy/law/plugin.ts'
import type { Rule } from '../../policy/law/rule.ts'
import { textOfDay } from './calendar.ts'
import type { Disagreement, Story } from './compare.ts'

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)

type Tree = { readonly [key: string]: unknown }

/** Simpler conditions: each part of a junction alone, a junction with one part less, a negation's inside. */
const simpler = (tree: Tree): Tree[] => {
  const [name = '', inside] = Object.entries(tree)[0] ?? []
  if (name === 'not') return [inside as Tree]
  if (name !== 'all' && name !== 'any') return []
  const parts = inside as Tree[]
  return [
    ...parts,
    ...(parts.length > 2 ? parts.map((_, i) => ({ [name]: without(parts, i) })) : []),
    ...parts.flatMap((part, i) => simpler(part).map((less) => ({ [name]: parts.map((p, j) => (i === j ? less : p)) }))),
  ]
}

const plainer = (rule: Rule): Rule[] => {
  if (rule.kind !== 'rotation' && rule.kind !== 'exemption') return []
  const whens = simpler(rule.when as Tree).map((when) => ({ ...rule, when: when as never }))
  if (rule.kind !== 'rotation') return whens
  const { deadline, inForce, exemptable, ...rest } = rule
  return [...whens, ...((deadline ?? inForce ?? exemptable) ? [rest] : [])]
}

const smallerLaw = (installations: readonly Installation[]): Installation[][] =>
  installations.flatMap((installation, at) => {
    const { plugin } = installation
    const swap = (rules: readonly Rule[]) =>
      installations.map((other, i) => (i === at ? { ...installation, plugin: { ...plugin, rules } } : other))
    return [
      without(installations, at),
      ...plugin.rules.map((_, i) => swap(without(plugin.rules, i))),
      ...plugin.rules.flatMap((rule, i) =>
        plainer(rule).map((less) => swap(plugin.rules.map((r, j) => (i === j ? less : r)))),
      ),
    ]
  })

const smallerFile = (person: PersonFacts): PersonFacts[] => [
  ...person.pieces.map((_, i) => ({ ...person, pieces: without(person.pieces, i) })),
  ...person.states.map((_, i) => ({ ...person, states: without(person.states, i) })),
  ...person.dossier.map((_, i) => ({ ...person, dossier: without(person.dossier, i) })),
  ...person.authorities.map((_, i) => ({ ...person, authorities: without(person.authorities, i) })),
]

/** The smallest story that still disagrees, found by taking away one thing at a time. */
export const shrunk = (story: Story, disagrees: (story: Story) => boolean): Story => {
  const smaller = [
    ...smallerFile(story.person).map((person) => ({ ...story, person })),
    ...smallerLaw(story.installations).map((installations) => ({ ...story, installations })),
  ]
  const next = smaller.find(disagrees)
  return next === undefined ? story : shrunk(next, disagrees)
}

const edge = ({ lo, hi, joint }: Edge): string =>
  `${lo === hi ? textOfDay(lo) : `${textOfDay(lo)}~${textOfDay(hi)}`}${joint === undefined ? '' : `#${joint}`}`

const pieceLine = (p: PersonFacts['pieces'][number]): string =>
  `${p.assignment} ${edge(p.from)} .. ${edge(p.to)} ${p.capacity} ${p.post}/${p.internalUnit}/${p.organ}/${p.legalPerson} ${p.level} leading=${p.leading} ` +
  `${p.category} duties=${p.duties} business=${p.business} seats=${p.seats} ${p.unitKind} team=${p.team}:${p.teamKind} functions=${p.functions} place=${p.place} authority=${p.authority}`

/** The story as a few lines to read. */
export const tellStory = ({ person, installations }: Story, found: Disagreement): string => {
  const { pieces, states, dossier, authorities, birth, ...rest } = person
  return [
    `rule ${found.statute}, key [${found.key}], on ${textOfDay(found.day)}`,
    `  engine: ${found.engine}`,
    `  oracle: ${found.oracle}`,
    `  born ${birth === null ? '?' : edge(birth)} ${JSON.stringify(rest)}`,
    ...pieces.map((piece) => `  ${pieceLine(piece)}`),
    ...states.map((s) => `  state ${s.kind} ${s.value} ${edge(s.from)} .. ${edge(s.to)}`),
    ...dossier.map(
      (d) => `  dossier ${d.kind} ${edge(d.on)} until ${d.until === null ? '-' : textOfDay(d.until)} ${d.result}`,
    ),
    ...authorities.map((a) => `  managed by ${a.jurisdiction} ${edge(a.from)} .. ${edge(a.to)}`),
    ...installations.flatMap(({ plugin, jurisdiction, effectiveFrom, effectiveTo }) => [
      `  ${plugin.id} at ${jurisdiction} from ${effectiveFrom} to ${effectiveTo} ${JSON.stringify(plugin.instruments[0]?.inForce)}`,
      ...Object.entries(plugin.parameters).map(
        ([n, p]) => `    ${n} = ${JSON.stringify(p.values.map((v) => [v.from, v.value]))}`,
      ),
      ...Object.entries(plugin.definitions).map(([n, c]) => `    ${n}: ${JSON.stringify(c)}`),
      ...plugin.rules.map((r) => {
        const { catalogueId: _, title: __, cite: ___, ...said } = { coreType: '', effect: '', ...r }
        return `    ${JSON.stringify(said)}`
      }),
    ]),
  ].join('\n')
}
