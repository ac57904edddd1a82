import type { RosterWriter, Row } from '../roster-writer.ts'
import type { OrganPlan, SectionPlan } from './organ.ts'
import type { Place, Rank } from './place.ts'
import { reformDay, type Slot, type Standing } from './slot.ts'

const levelsOf: Readonly<Record<Rank, readonly [string, string, string, string, string]>> = {
  municipal: ['clerk', 'section_deputy', 'section_chief', 'division_deputy', 'division_chief'],
  county: ['clerk', 'unit_deputy', 'unit_chief', 'section_deputy', 'section_chief'],
}

interface PostPlan {
  readonly suffix: string
  readonly standing: Standing
  readonly quota?: number
}

const leaders = (deputies: number): readonly PostPlan[] => [
  { suffix: 'J', standing: 4 },
  ...Array.from({ length: deputies }, (_, i) => ({ suffix: `F${i + 1}`, standing: 3 as const })),
]

const sectionPosts = (staff: number): readonly PostPlan[] => [
  { suffix: 'K', standing: 2 },
  { suffix: 'D', standing: 1 },
  { suffix: 'Y', standing: 0, quota: staff },
]

/** What the head of a unit is called, by how the unit's name ends. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/局$/, '局长'],
  [/科$/, '科长'],
  [/股$/, '股长'],
  [/队$/, '队长'],
  [/医院$/, '院长'],
  [/中学$/, '校长'],
  [/馆$/, '馆长'],
  [/$/, '主任'],
]

/** Chief of 预算科: 科长; deputy: 副科长. Unit and title are said together. */
const titleOf = (unit: string, { standing }: PostPlan): string => {
  if (standing === 0) return '科员'
  const head = heads.find(([ending]) => ending.test(unit))?.[1] ?? ''
  return (standing % 2 === 0 ? '' : '副') + head
}

/** Writes one unit with its posts; a unit that was reformed is written twice, the later succeeding the earlier. */
class OrganWriter {
  readonly #to: RosterWriter
  readonly #place: Place
  readonly #plan: OrganPlan
  readonly #code: string

  constructor(to: RosterWriter, place: Place, plan: OrganPlan, code: string) {
    this.#to = to
    this.#place = place
    this.#plan = plan
    this.#code = code
  }

  write(staff: number): Slot[] {
    const { name, formerly, kind = 'organ' } = this.#plan
    const own = { kind, jurisdiction: this.#place.code, legal_person: 'yes', functions: this.#plan.functions ?? '' }
    const fullName = this.#place.name + name
    this.#unit(this.#code, { ...own, name: fullName }, formerly && this.#place.name + formerly)
    const team = { code: `${this.#code}-T`, jurisdiction: this.#place.code, kind: 'organ', unit: this.#code }
    this.#to.add('teams', { ...team, name: `${fullName}领导班子` })
    const deputies = this.#place.rank === 'municipal' ? 3 : 2
    const top = leaders(deputies).map((post) =>
      this.#post(this.#code, post, { title: titleOf(fullName, post), team: team.code }),
    )
    return [...top, ...this.#plan.sections.flatMap((section, i) => this.#section(section, i + 1, staff))]
  }

  #section(section: SectionPlan, number: number, staff: number): Slot[] {
    const code = `${this.#code}-${number}`
    const name = this.#place.rank === 'county' ? section.name.replace(/科$/, '股') : section.name
    const row = { name, kind: 'internal_unit', jurisdiction: this.#place.code, parent: this.#code }
    this.#unit(code, row, this.#plan.formerly && name)
    const tags = { duties: section.duties ?? '', business: section.business ?? '' }
    return sectionPosts(staff).map((post) => this.#post(code, post, { ...tags, title: titleOf(name, post) }))
  }

  #unit(code: string, row: Row, formerly: string | undefined): void {
    if (formerly === undefined) {
      this.#to.add('units', { ...row, code })
      return
    }
    const parent = row.parent === undefined ? {} : { parent: `${row.parent}x` }
    this.#to.add('units', { ...row, ...parent, code: `${code}x`, name: formerly, to: reformDay })
    this.#to.add('units', { ...row, code, from: reformDay, succeeds: `${code}x` })
  }

  #post(unit: string, plan: PostPlan, tags: Row): Slot {
    const { formerly, category = 'civil' } = this.#plan
    const post = `${unit}-${plan.suffix}`
    const row: Row = {
      ...tags,
      ...{ unit, category, level: levelsOf[this.#place.rank][plan.standing], quota: String(plan.quota ?? 1) },
      leading: plan.standing > 0 ? 'yes' : 'no',
      seat: plan.standing === 0 ? '' : plan.standing % 2 === 0 ? 'chief' : 'deputy',
    }
    if (formerly === undefined) this.#to.add('posts', { ...row, code: post })
    else {
      this.#to.add('posts', { ...row, code: `${post}x`, unit: `${unit}x`, team: '', to: reformDay })
      this.#to.add('posts', { ...row, code: post, from: reformDay, succeeds: `${post}x` })
    }
    return {
      ...{ post, standing: plan.standing, group: this.#code, quota: plan.quota ?? 1, category },
      ...(formerly === undefined ? {} : { formerly: `${post}x` }),
      division: this.#place.rank === 'municipal' && plan.standing >= 3,
    }
  }
}

/** Units, teams and posts of a place's organs, with about `staff` people in all; a smaller world keeps fewer organs. */
export const organsOf = (to: RosterWriter, place: Place, staff: number): Slot[] => {
  const top = place.rank === 'municipal' ? 4 : 3
  const needs = (plan: OrganPlan) => top + plan.sections.length * 3
  let used = 0
  const kept = place.organs.filter((plan, i) => {
    used += needs(plan)
    return i === 0 || used <= staff
  })
  const sections = kept.reduce((sum, plan) => sum + plan.sections.length, 0)
  const places = Math.max(1, Math.round((staff - kept.length * top - sections * 2) / Math.max(1, sections)))
  return kept.flatMap((plan, i) => {
    const code = `${place.prefix}${String(i + 1).padStart(2, '0')}`
    return new OrganWriter(to, place, plan, code).write(places)
  })
}
