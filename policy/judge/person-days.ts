import { chainDays, type Governs, mayBeOnChain } from '../facts/authority.ts'
import { type HomeService, homeService } from '../facts/home-service.ts'
import { sameKey } from '../facts/key-groups.ts'
import type { DivisionCode, PersonFacts, Setting } from '../facts/person.ts'
import { daysToRetirement } from '../facts/retirement.ts'
import { type Stay, staysOf } from '../facts/stays.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type { ExemptionRule } from '../law/rule.ts'
import { both, either, negated, never, type Truth } from '../time/truth.ts'
import { ruleDays, wholePerson } from './compiled-rule.ts'
import { Fuel, stepsOf, stepsPerPerson } from './fuel.ts'
import type { RuleLine } from './rule-book.ts'

/** What many rules ask of one person, worked out when the first asks. Few are kept, so they are kept in a row of cells. */
export class PersonDays {
  private readonly person: PersonFacts
  private readonly setting: Setting
  private known: StaysAlong | null = null
  private chains: Chain | null = null
  private exempting: Exempting | null = null
  private home: HomeService | undefined
  private beforeRetirement: Truth | undefined
  /** What each plugin has spent on the person. */
  readonly fuel: Fuel
  private managing: ReadonlySet<DivisionCode> | undefined

  constructor(person: PersonFacts, setting: Setting, budget = stepsPerPerson) {
    this.person = person
    this.setting = setting
    this.fuel = new Fuel(budget)
  }

  /** Whoever managed them at any time. */
  get authorities(): ReadonlySet<DivisionCode> {
    this.managing ??= new Set([
      ...this.person.pieces.map(({ authority }) => authority),
      ...this.person.authorities.map(({ jurisdiction }) => jurisdiction),
    ])
    return this.managing
  }

  stays(per: readonly Dim[]): readonly Stay[] {
    for (let known = this.known; known !== null; known = known.next)
      if (known.per.length === per.length && sameKey(known.per, per)) return known.stays
    const stays = staysOf(this.person.pieces, per, this.setting)
    this.known = { per, stays, next: this.known }
    return stays
  }

  /** Asked before any day is computed: false where the jurisdiction judges the person on no day. */
  mayBeJudged(governs: Governs): boolean {
    return this.chainOf(governs).mayBe
  }

  /** Days on which a jurisdiction is on the chain that judges the person. */
  chain(governs: Governs): Truth {
    const chain = this.chainOf(governs)
    this.home ??= homeService(this.person.pieces)
    chain.days ??= chainDays(this.person, this.home, governs, this.setting.divisions)
    return chain.days
  }

  /** Days on which an exemption holds that is about the person, not about a post. */
  exempt(exemption: RuleLine<ExemptionRule>): Truth {
    for (let known = this.exempting; known !== null; known = known.next)
      if (known.exemption === exemption) return known.days
    const person = wholePerson(this.person, exemption.jurisdiction, this.setting)
    let days = never
    for (const version of exemption.versions)
      if (version.rule.per === undefined) {
        this.fuel.charge(exemption.account, stepsOf(version.weight, person))
        days = either(days, ruleDays(version, person))
      }
    if (days.possibly.length > 0) days = both(days, this.chain(exemption.governs))
    this.exempting = { exemption, days, next: this.exempting }
    return days
  }

  /** Days before statutory retirement. */
  serving(): Truth {
    this.beforeRetirement ??= negated(daysToRetirement(this.person, oneDay))
    return this.beforeRetirement
  }

  private chainOf(governs: Governs): Chain {
    for (let chain = this.chains; chain !== null; chain = chain.next) if (chain.governs === governs) return chain
    this.chains = { governs, mayBe: mayBeOnChain(this.person, governs), days: undefined, next: this.chains }
    return this.chains
  }
}

interface StaysAlong {
  readonly per: readonly Dim[]
  readonly stays: readonly Stay[]
  readonly next: StaysAlong | null
}

interface Exempting {
  readonly exemption: RuleLine<ExemptionRule>
  readonly days: Truth
  readonly next: Exempting | null
}

interface Chain {
  readonly governs: Governs
  readonly mayBe: boolean
  days: Truth | undefined
  readonly next: Chain | null
}

const oneDay = { months: 0, days: 1 }
