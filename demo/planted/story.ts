import type { RosterWriter, Row } from '../roster-writer.ts'

/** A line of a planted career. A unit and a post are known by their names: the same name is the same thing. */
export interface Line {
  /** Name of an internal unit of the planted organ, or `@` and the code of a unit of the roster. */
  readonly unit: string
  readonly post: string
  readonly from: string
  readonly to?: string
  readonly capacity?: string
  /** Level held, where it is not the post's (promotion in place). */
  readonly held?: string
  /** Columns of the post that differ from a chief of an internal unit (正科 in a municipality, 股级正职 in a county). */
  readonly is?: Row
  /** `unit/post` that this one succeeds; the earlier one closed that day. */
  readonly succeeds?: string
  readonly opened?: string
  readonly closed?: string
}

/** Someone planted in the synthetic world because the answer about them is known. */
export interface Story {
  readonly code: string
  readonly name: string
  /** What makes the case worth planting, in a few words. */
  readonly tells: string
  readonly sex?: 'M' | 'F'
  readonly birth: string
  /** Columns of `people` beside the usual ones. */
  readonly who?: Row
  readonly career: readonly Line[]
  readonly states?: readonly Row[]
}

/** The stories of one filing office, and the organ whose internal units they happen in. */
export interface Planting {
  readonly at: string
  readonly organ: { readonly code: string; readonly name: string; readonly level: string }
  /** Further units the stories need. */
  readonly units?: readonly Row[]
  readonly stories: readonly Story[]
}

/** Writes planted people beside the generated ones; each has posts of their own, so nobody stands in anyone's way. */
export const plant = (to: RosterWriter, { at, organ, units = [], stories }: Planting): void => {
  to.add('units', { code: organ.code, name: organ.name, kind: 'organ', jurisdiction: at, legal_person: 'yes' })
  for (const unit of units) to.add('units', { jurisdiction: at, legal_person: 'yes', ...unit })
  for (const story of stories) new StoryWriter(to, at, organ, story).write()
}

class StoryWriter {
  readonly #to: RosterWriter
  readonly #at: string
  readonly #organ: Planting['organ']
  readonly #story: Story
  readonly #units: string[] = []
  readonly #posts: string[] = []

  constructor(to: RosterWriter, at: string, organ: Planting['organ'], story: Story) {
    this.#to = to
    this.#at = at
    this.#organ = organ
    this.#story = story
  }

  write(): void {
    const { code, name, sex = 'M', birth, who, career, states = [] } = this.#story
    this.#to.add('people', { code, name, sex, birth, ethnicity: '01', category: 'civil', ...who })
    for (const line of career) {
      const [unit, post] = [this.#unit(line), this.#post(line)]
      if (post.fresh) this.#to.add('posts', this.#postRow(line, unit, post.code))
      const { from, to = '', capacity = 'formal', held = '' } = line
      this.#to.add('assignments', { person: code, post: post.code, from, to, capacity, level: held })
    }
    for (const state of states) this.#to.add('states', { person: code, ...state })
  }

  #unit(line: Line): string {
    if (line.unit.startsWith('@')) return line.unit.slice(1)
    const known = this.#units.includes(line.unit)
    if (!known) this.#units.push(line.unit)
    const code = this.#unitCode(line.unit)
    if (known) return code
    const { closed = '', opened = '', succeeds } = line
    const earlier = succeeds === undefined ? '' : this.#unitCode(succeeds.split('/')[0] ?? '')
    const row = { code, name: line.unit, kind: 'internal_unit', jurisdiction: this.#at, parent: this.#organ.code }
    this.#to.add('units', { ...row, from: opened, to: closed, succeeds: earlier })
    return code
  }

  #unitCode(name: string): string {
    return `${this.#organ.code}-${this.#story.code.slice(-2)}${String.fromCharCode(65 + this.#units.indexOf(name))}`
  }

  #post(line: Line): { code: string; fresh: boolean } {
    const name = `${line.unit}/${line.post}`
    const fresh = !this.#posts.includes(name)
    if (fresh) this.#posts.push(name)
    return { code: this.#postCode(name), fresh }
  }

  #postCode(name: string): string {
    return `${this.#story.code}-${this.#posts.indexOf(name) + 1}`
  }

  #postRow(line: Line, unit: string, code: string): Row {
    const { post: title, succeeds, opened = '', closed = '', is } = line
    const usual = { level: this.#organ.level, leading: 'yes', seat: 'chief', quota: '1', category: 'civil' }
    const earlier = succeeds === undefined ? '' : this.#postCode(succeeds)
    return { ...usual, code, unit, title, from: opened, to: closed, succeeds: earlier, ...is }
  }
}
