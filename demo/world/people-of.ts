import { dayText, lastMonth, monthOf, monthText, yearText } from '../month.ts'
import { inventedName } from '../names.ts'
import type { Random } from '../random.ts'
import type { RosterWriter } from '../roster-writer.ts'
import type { Cadre, Stint } from './careers.ts'
import type { Place } from './place.ts'
import { reformDay } from './slot.ts'

const reformMonth = monthOf(2019, 3)
/** Who left before this month is no longer in the files. */
const kept = monthOf(2019, 1)

/** Writes the file of each person: who they are, where they come from, their career and what is known about them. */
export class PeopleWriter {
  readonly #to: RosterWriter
  readonly #place: Place
  readonly #random: Random

  constructor(to: RosterWriter, place: Place, random: Random) {
    this.#to = to
    this.#place = place
    this.#random = random
  }

  write(cadres: readonly Cadre[]): void {
    const staff = cadres.filter(({ stints }) => (stints.at(-1)?.to?.month ?? lastMonth) >= kept)
    staff.forEach((cadre, i) => {
      const code = `${this.#place.prefix}${String(i + 1).padStart(5, '0')}`
      this.#person(code, cadre)
      for (const stint of cadre.stints) this.#stint(code, stint)
      if (cadre.stints.at(-1)?.to === null) this.#states(code, cadre)
    })
  }

  #person(code: string, cadre: Cadre): void {
    const { sex, birth, birthDay, stints } = cadre
    const home = this.#random.pick(this.#place.homes)
    const draw = this.#random.next()
    const born = draw < 0.62 ? dayText(birth, birthDay) : draw < 0.985 ? monthText(birth) : yearText(birth)
    this.#to.add('people', {
      ...{ code, name: inventedName(this.#random, sex), sex, birth: born, native_place: home },
      ...{ ethnicity: this.#random.chance(0.06) ? this.#random.pick(['03', '06', '09', '11']) : '01' },
      category: stints.at(-1)?.slot.category ?? 'civil',
      birth_place: this.#random.chance(0.85) ? home : this.#random.pick(this.#place.homes),
      growth_places: this.#random.chance(0.08) ? '' : home,
      work_start: monthText(birth + 12 * this.#random.between(19, 23)),
      education: this.#random.pick(['14', '14', '21', '21', '21', '31']),
      party: this.#random.chance(0.82) ? '01' : '13',
    })
  }

  #stint(person: string, stint: Stint): void {
    const to = stint.to?.text ?? ''
    const { post, along } = stint.slot
    if (along !== undefined)
      this.#to.add('assignments', { person, post: along, from: stint.from.text, to, capacity: 'concurrent' })
    if (stint.slot.formerly === undefined) this.#served(person, post, stint, stint.from.text, to)
    else this.#acrossReform(person, stint.slot.formerly, stint)
  }

  /** The post was another one until the reform: one line before it, one after, or one only. */
  #acrossReform(person: string, formerly: string, stint: Stint): void {
    const to = stint.to?.text ?? ''
    const ended = stint.to !== null && stint.to.month < reformMonth
    if (stint.from.month > reformMonth) this.#served(person, stint.slot.post, stint, stint.from.text, to)
    else if (ended) this.#served(person, formerly, stint, stint.from.text, to)
    else {
      this.#to.add('assignments', { person, post: formerly, from: stint.from.text, to: reformDay, capacity: 'formal' })
      this.#to.add('assignments', { person, post: stint.slot.post, from: reformDay, to, capacity: 'formal' })
    }
  }

  /** Formal service, after a year of trial for half of those promoted since 2015. */
  #served(person: string, post: string, stint: Stint, from: string, to: string): void {
    const line = { person, post, decided_on: from.length === 10 ? from : '' }
    const trial = stint.promoted && stint.from.month >= monthOf(2015, 1) && this.#random.chance(0.5)
    const passed = stint.from.month + 12
    if (!trial) this.#to.add('assignments', { ...line, from, to, capacity: 'formal' })
    else if (passed >= (stint.to?.month ?? lastMonth))
      this.#to.add('assignments', { ...line, from, to, capacity: 'probation' })
    else {
      const end = from.length === 10 ? monthText(passed) + from.slice(7) : monthText(passed)
      this.#to.add('assignments', { ...line, from, to: end, capacity: 'probation' })
      this.#to.add('assignments', { ...line, from: end, to, capacity: 'formal', decided_on: '' })
    }
  }

  #states(person: string, cadre: Cadre): void {
    const state = (kind: string, from: string, more: Readonly<Record<string, string>> = {}) =>
      this.#to.add('states', { person, kind, from, ...more })
    const grade = this.#random.chance(0.17) ? '优秀' : this.#random.chance(0.012) ? '基本称职' : '称职'
    if (cadre.hired === null || cadre.hired < monthOf(2025, 6)) state('appraisal', '2026-01-15', { value: grade })
    if (cadre.hired !== null && cadre.hired >= monthOf(2020, 1)) {
      const end = monthText(cadre.hired + 12)
      state('probation', cadre.stints[0]?.from.text ?? '', { to: cadre.hired + 12 > lastMonth ? '' : end })
    }
    this.#rare(state)
  }

  #rare(state: (kind: string, from: string, more?: Readonly<Record<string, string>>) => void): void {
    const recent = () => dayText(monthOf(2026, this.#random.between(1, 10)), this.#random.between(1, 28))
    if (this.#random.chance(0.03)) state('potential', recent())
    if (this.#random.chance(0.004)) state('case_filed', recent(), { value: 'filed' })
    if (this.#random.chance(0.003)) state('unsuited', recent())
    if (this.#random.chance(0.005)) state('unfinished_business', recent(), { note: '重点项目收尾' })
    if (this.#random.chance(0.005)) state('health_unfit', recent())
    if (this.#random.chance(0.006)) state('sanction', recent(), { value: '警告' })
    if (this.#random.chance(0.012)) state('application_approved', recent(), { note: '本人申请' })
  }
}
