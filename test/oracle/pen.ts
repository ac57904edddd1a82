import type { Capacity, Category, Dim, Duty, Level, Seat, TeamKind } from '../../policy/facts/vocabulary.ts'
import type { Condition, Where } from '../../policy/law/condition.ts'
import type { Parameter, ParameterValue } from '../../policy/law/dated.ts'
import type { Dice } from './random.ts'

const cite = { instrument: 'i', article: null, verified: false }

/** Writes arguments either as they are or as a dated parameter of the document, sometimes repealed or not yet valid. */
export class Pen {
  readonly dice: Dice
  readonly parameters: Record<string, Parameter> = {}
  readonly definitions: Record<string, Condition> = {}

  constructor(dice: Dice) {
    this.dice = dice
  }

  arg<T extends ParameterValue>(choices: readonly T[]): T | { param: string } {
    const { dice } = this
    if (!dice.chance(0.2)) return dice.pick(choices)
    const name = `n${Object.keys(this.parameters).length + 1}`
    const first = dice.chance(0.85) ? '1990-01-01' : '2010-07-01'
    const later = dice.some(['2008-03-01', '2014-10-01', '2016-02-29', '2020-01-01', '2023-06-15'], 0, 2)
    const value = (): T | null => (dice.chance(0.1) ? null : dice.pick(choices))
    const values = [
      { from: first, value: dice.pick(choices), cite },
      ...later.filter((d) => d > first).map((from) => ({ from, value: value(), cite })),
    ]
    this.parameters[name] = { title: { zh: name, en: name }, values }
    return { param: name }
  }

  period(): string | { param: string } {
    return this.arg([
      'P1Y',
      'P2Y',
      'P3Y',
      'P5Y',
      'P5Y',
      'P8Y',
      'P10Y',
      'P10Y',
      'P6M',
      'P18M',
      'P400D',
      'P1Y6M',
      'P2Y1M10D',
    ])
  }

  where(): Where {
    const { dice } = this
    const members: (() => Where)[] = [
      () => ({ level: { from: dice.pick(['unit_chief', 'section_deputy', 'section_chief'] as const) } }),
      () => ({ level: this.arg<readonly Level[]>([['section_deputy'], ['section_deputy', 'section_chief']]) }),
      () => ({ level: { to: 'section_chief' } }),
      () => ({ leading: dice.chance(0.7) }),
      () => ({ leading: true }),
      () => ({ duties: this.arg<readonly Duty[]>([['finance'], ['audit', 'personnel'], ['finance', 'audit']]) }),
      () => ({ seat: this.arg<readonly Seat[]>([['chief'], ['party_secretary', 'government_head', 'deputy']]) }),
      () => ({ capacity: dice.pick<readonly Capacity[]>([['formal'], ['acting', 'formal'], ['secondment', 'loan']]) }),
      () => ({
        capacity: this.arg<readonly Capacity[]>([['formal', 'probation', 'concurrent', 'acting'], ['formal']]),
      }),
      () => ({ category: this.arg<readonly Category[]>([['civil'], ['civil', 'reference']]) }),
      () => ({ unitKind: ['internal_unit'] }),
      () => ({ teamKind: dice.pick<readonly TeamKind[]>([['party_committee'], ['party_committee', 'government']]) }),
      () => ({ place: dice.pick(['own', 'ownOrBelow', ['county'], ['municipality', 'county']] as const) }),
      () => ({ business: this.arg<readonly string[]>([['tax'], ['tax', 'trade']]) }),
      () => ({ functions: ['hr'] }),
    ]
    return Object.assign({}, ...dice.some(members, 0, 2).map((member) => member()))
  }

  /** One atom. `countable` ones count events, and may not stand under a negation. */
  atom(countable: boolean): Condition {
    const { dice } = this
    const kinds: (() => Condition)[] = [
      () => ({ held: this.where() }),
      () => ({ held: this.where() }),
      () => this.lasting(),
      () => this.lasting(),
      () => this.lasting(),
      () => this.lasting(),
      () => ({ accumulated: { where: this.where(), atLeast: this.period() } }),
      () => ({ accumulated: { where: this.where(), atLeast: this.period() } }),
      () => this.person(),
      () => ({
        age: dice.pick([
          { atLeast: this.arg([40, 45, 50]) },
          { atMost: this.arg([45, 50, 55]) },
          { atLeast: 40, atMost: 52 },
        ]),
      }),
      () => ({ toRetirement: { under: this.arg(['P3Y', 'P5Y', 'P10Y', 'P1D', 'P18M']) } }),
      () => this.state(),
      () => this.state(),
      () => ({
        native: {
          place: dice.pick(['post', 'team'] as const),
          basis: dice.some(['native', 'birth', 'growth'] as const, 1, 3),
        },
      }),
      () => this.dossier(),
    ]
    if (countable)
      kinds.push(
        () => this.happened(),
        () => this.happened(),
        () => this.terms(),
        () => this.terms(),
        () => this.terms(),
      )
    return dice.pick(kinds)()
  }

  lasting(): Condition {
    const { dice } = this
    const bridge = dice.chance(0.3)
      ? {
          bridge: dice.pick([
            { days: 30 },
            { days: this.arg([90, 30]) },
            { over: ['loan'] as const },
            { days: 30, over: [] },
            { over: ['acting', 'secondment'] as const, days: 1 },
          ]),
        }
      : {}
    const along = dice.chance(0.15)
      ? { along: dice.pick<Dim>(['post', 'internalUnit', 'organ', 'place', 'duty', 'level']) }
      : {}
    return {
      lasting: {
        ...(dice.chance(0.5) ? { where: this.where() } : {}),
        atLeast: this.period(),
        ...bridge,
        ...along,
      } as never,
    }
  }

  person(): Condition {
    return {
      person: this.dice.pick([
        { sex: { in: ['F'] } },
        { ethnicity: { notIn: ['01'] } },
        { education: { in: ['本科'] } },
        { party: { in: ['群众'] } },
        { category: { in: ['civil', 'reference'] } },
        { sex: { in: ['M'] }, education: { notIn: ['本科'] } },
      ]),
    }
  }

  state(): Condition {
    return {
      state: this.dice.pick([
        { kind: 'case_filed' as const },
        { kind: 'case_filed' as const, values: ['filed'] },
        { kind: 'approval' as const, values: this.arg<readonly string[]>([['deferral'], ['deferral', 'JL-5a']]) },
        {
          kind: 'sanction' as const,
          influence: this.arg<Record<string, string>>([{ 警告: 'P6M', 记过: 'P12M' }, { 警告: 'P5Y' }]),
        },
        { kind: 'appraisal' as const, values: ['不称职', '基本称职'] },
        { kind: 'health_unfit' as const },
        { kind: 'potential' as const },
      ]),
    }
  }

  terms(): Condition {
    const { dice } = this
    const where = dice.pick<Where>([
      { teamKind: ['party_committee'] },
      { teamKind: ['party_committee', 'government'] },
      { seat: ['chief'], teamKind: ['party_committee'] },
    ])
    return { terms: { where, atLeast: dice.pick([1, 1, 1, 2]), countsFrom: dice.pick(['P3Y', 'P2Y', 'P1Y']) } }
  }

  happened(): Condition {
    const { dice } = this
    const within = this.arg(['P1Y', 'P3Y', 'P5Y', 'P90D'])
    const times = this.arg([1, 1, 2, 3])
    const event = dice.pick(['move', 'promotion', 'appointment', 'stateStart'] as const)
    return {
      happened: {
        event,
        ...(event === 'stateStart' ? { kind: dice.pick(['sanction', 'case_filed', 'appraisal'] as const) } : {}),
        within,
        times,
      },
    }
  }

  dossier(): Condition {
    const { dice } = this
    return {
      dossier: {
        kind: dice.pick(['inspection', 'departure_audit', 'archive_check'] as const),
        ...(dice.chance(0.3) ? { result: 'pass' } : {}),
        ...(dice.chance(0.4) ? { validFor: this.arg(['P1Y', 'P3Y', 'P10Y']) } : {}),
        ...(dice.chance(0.3) ? { workdays: this.arg([5, 10]) } : {}),
      },
    }
  }

  condition(depth: number, countable = true): Condition {
    const { dice } = this
    const roll = dice.int(1, 100)
    if (depth === 0 || roll <= 45) return this.atom(countable)
    if (roll <= 68) return { all: Array.from({ length: dice.int(2, 3) }, () => this.condition(depth - 1, countable)) }
    if (roll <= 82) return { any: Array.from({ length: 2 }, () => this.condition(depth - 1, countable)) }
    if (roll <= 92) return { not: this.condition(depth - 1, false) }
    const inside = this.condition(depth - 1, countable)
    const name = `def${Object.keys(this.definitions).length + 1}`
    this.definitions[name] = inside
    return { ref: name }
  }
}
