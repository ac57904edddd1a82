import type { Setting } from '../../policy/facts/person.ts'
import type { Installation } from '../../policy/law/plugin.ts'
import type { ExemptionRule, RotationRule } from '../../policy/law/rule.ts'
import type { Day } from '../../policy/time/day.ts'
import { type Asked, atoms, isAtomName } from './atoms.ts'
import { authoritiesOf } from './authority.ts'
import { exemptionsOn, type Literal, type Statute, underTheLawOf, versionOn } from './law.ts'
import type { Life } from './life.ts'
import { retirementOn } from './retirement.ts'
import { type Subject, subjectsOf } from './stay.ts'
import { covers } from './walk.ts'

/** What one leaf of a condition said on a day, and on which side of negations it stands. */
export interface Leaf {
  readonly name: string
  /** Where it stands in its rule. */
  readonly at: string
  readonly positive: boolean
  readonly holds: boolean
}

export interface Applied {
  readonly id: string
  readonly defers: boolean
  readonly holds: boolean
  readonly leaves: readonly Leaf[]
}

/** What the law says of one life, day by day, each day asked afresh. */
export interface Trial {
  subjects(statute: Statute): readonly Subject[]
  due(statute: Statute, subject: Subject, day: Day): boolean
  /** Every leaf of the rule's condition and cuts. */
  leavesOf(statute: Statute, subject: Subject, day: Day): readonly Leaf[]
  /** Every exemption in force that reaches the rule on the day, whether it holds or not. */
  exemptions(statute: Statute, subject: Subject, day: Day): readonly Applied[]
}

const nameOf = (node: Literal): string => {
  for (const name in node) return name
  return ''
}

/** Of whom a condition is asked, and at which jurisdiction. */
type About = Pick<Asked, 'subject' | 'own'>

const boundariesOf = (life: Life): Day[] =>
  [...new Set(life.pieces.flatMap((piece) => [piece.from, piece.to]))].filter(Number.isFinite).sort((a, b) => a - b)

export const tryLife = (
  life: Life,
  installations: readonly Installation[],
  setting: Setting,
  moments: readonly Day[] = boundariesOf(life),
): Trial => {
  const { divisions } = setting
  const authorities = authoritiesOf(life, moments, divisions)
  const memory = new Map<Literal, Map<string, (day: Day) => boolean>>()

  const marks = new Map<Subject, string>()

  /** Equal for subjects of which every atom says the same. */
  const markOf = (subject: Subject): string => {
    const mark =
      marks.get(subject) ?? `${subject.duty} ${subject.business} ${life.pieces.map((p) => subject.pieces.includes(p))}`
    marks.set(subject, mark)
    return mark
  }

  /** An atom as a question about days, asked once per subject and place. */
  const question = (name: string, node: Literal, { subject, own }: About): ((day: Day) => boolean) => {
    if (!isAtomName(name)) throw new RangeError(`The oracle does not know \`${name}\`.`)
    const cache = memory.get(node) ?? new Map<string, (day: Day) => boolean>()
    memory.set(node, cache)
    const key = `${own} ${markOf(subject)}`
    const before = cache.get(key)
    if (before !== undefined) return before
    const fresh = atoms[name](node[name] as never, { life, moments, subject, own, setting })
    cache.set(key, fresh)
    return fresh
  }

  /** Whether a condition holds on a day. */
  const holds = (node: Literal, about: About, day: Day): boolean => {
    const name = nameOf(node)
    if (name === 'all') return (node[name] as readonly Literal[]).every((part) => holds(part, about, day))
    if (name === 'any') return (node[name] as readonly Literal[]).some((part) => holds(part, about, day))
    if (name === 'not') return !holds(node[name] as Literal, about, day)
    return question(name, node, about)(day)
  }

  /** What every leaf of a condition says on a day. */
  const leavesIn = (node: Literal, about: About, day: Day, at: string, positive: boolean): Leaf[] => {
    const name = nameOf(node)
    if (name === 'not') return leavesIn(node[name] as Literal, about, day, `${at}!`, !positive)
    if (name === 'all' || name === 'any')
      return (node[name] as readonly Literal[]).flatMap((part, i) => leavesIn(part, about, day, `${at}.${i}`, positive))
    return [{ name, at, positive, holds: question(name, node, about)(day) }]
  }

  const managedBelow = (jurisdiction: string, day: Day): boolean =>
    authorities(day).some((authority) => divisions.chain(authority).includes(jurisdiction))

  const cut = (name: string, answer: boolean): Leaf => ({ name, at: name, positive: true, holds: answer })

  const exists = (subject: Subject, day: Day): boolean => subject.pieces.some((piece) => covers(piece, day))

  const serving = (rule: RotationRule, day: Day): boolean => rule.action === 'retire' || day < retirementOn(life, day)

  const due: Trial['due'] = (statute, subject, day) => {
    const version = versionOn(statute, day)
    if (version === undefined || !exists(subject, day)) return false
    const { installation, rule } = version
    const literal = underTheLawOf(day, installation.plugin, rule.when)
    const own = installation.jurisdiction
    return literal !== null && managedBelow(own, day) && serving(rule, day) && holds(literal, { subject, own }, day)
  }

  const leavesOf: Trial['leavesOf'] = (statute, subject, day) => {
    const version = versionOn(statute, day)
    const literal = version && underTheLawOf(day, version.installation.plugin, version.rule.when)
    if (version === undefined || !literal) return []
    const own = version.installation.jurisdiction
    return [
      cut('exists', exists(subject, day)),
      cut('chain', managedBelow(own, day)),
      cut('serving', serving(version.rule, day)),
      ...leavesIn(literal, { subject, own }, day, '', true),
    ]
  }

  const person: Subject = { key: [], pieces: life.pieces }

  /** Whom an exemption is judged about: the person, or the posts held that the reached rule's stay is made of. */
  const judgedBy = (rule: ExemptionRule, subject: Subject, day: Day): Subject[] => {
    if (rule.per === undefined) return [person]
    return subjectsOf(life, ['post'], setting).filter(
      (stay) =>
        stay.pieces.some((piece) => subject.pieces.includes(piece)) && stay.pieces.some((piece) => covers(piece, day)),
    )
  }

  const exemptions: Trial['exemptions'] = (statute, subject, day) =>
    exemptionsOn(installations, day)
      .filter(({ installation, rule }) => reaches(installation, rule, statute, day, setting))
      .map(({ installation, rule }) => {
        const own = installation.jurisdiction
        const chain = cut('chain', managedBelow(own, day))
        const literal = underTheLawOf(day, installation.plugin, rule.when)
        const judged = literal === null ? [] : judgedBy(rule, subject, day)
        const says = judged.map((stay) => literal !== null && holds(literal, { subject: stay, own }, day))
        return {
          id: `${installation.plugin.id}/${rule.id}`,
          defers: rule.class === 'DEFER',
          holds: chain.holds && says.some(Boolean),
          leaves: [
            chain,
            ...judged.flatMap((stay) =>
              literal === null ? [] : leavesIn(literal, { subject: stay, own }, day, `${stay.key}`, true),
            ),
          ],
        }
      })

  const known = new Map<Statute, readonly Subject[]>()
  const subjects: Trial['subjects'] = (statute) => {
    const before = known.get(statute) ?? subjectsOf(life, statute.versions[0]?.rule.per ?? [], setting)
    known.set(statute, before)
    return before
  }
  return { subjects, due, leavesOf, exemptions }
}

/** S8: its own plugin, rules below it, and superior rules that list its level. */
const reaches = (from: Installation, rule: ExemptionRule, statute: Statute, day: Day, setting: Setting): boolean => {
  const version = versionOn(statute, day)
  if (version === undefined) return false
  const { installation: to, rule: reached } = version
  const own = from.plugin.id === to.plugin.id && from.jurisdiction === to.jurisdiction
  const under = (a: string, b: string) => a !== b && setting.divisions.chain(a).includes(b)
  if (rule.appliesTo.includes('own') && own) return true
  if (rule.appliesTo.includes('below') && under(to.jurisdiction, from.jurisdiction)) return true
  if (!rule.appliesTo.includes(statute.id)) return false
  if (own || under(to.jurisdiction, from.jurisdiction)) return true
  const level = setting.divisions.level(from.jurisdiction)
  return under(from.jurisdiction, to.jurisdiction) && (reached.exemptable ?? []).some((each) => each === level)
}
