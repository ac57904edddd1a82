/** One change an office asks for, and the mark by which its effect is known again in the database. */
export interface Asked {
  readonly key: string
  readonly person: string
  readonly mark: string
  readonly operation: string
  readonly input: object
}

interface File {
  version: number
  stints: number
  /** Asked for and not answered: asked again, with the same key and the same words, until it is. */
  open: Asked | null
}

/** What the offices were told: every change that was acknowledged, and the version of each file. */
export class Ledger {
  /** Changes whose first answer was lost; each was asked again. */
  retried = 0
  private readonly told = new Map<string, number>()
  private readonly files: ReadonlyMap<string, File>

  constructor(versions: ReadonlyMap<string, number>) {
    this.files = new Map([...versions].map(([code, version]) => [code, { version, stints: 0, open: null }]))
  }

  /** Marks of what was acknowledged. */
  get acknowledged(): readonly string[] {
    return [...this.told.keys()]
  }

  get people(): readonly string[] {
    return [...this.files.keys()]
  }

  get open(): readonly Asked[] {
    return [...this.files.values()].flatMap(({ open }) => (open === null ? [] : [open]))
  }

  versionOf(person: string): number {
    return this.file(person).version
  }

  /** The next change of this file: by turns a state and a short stint of acting in the spare post. */
  ask(person: string, dice: () => number): Asked {
    const file = this.file(person)
    const key = `soak-${person}-${file.version}-${Math.floor(dice() * 1e9)}`
    const head = { idempotencyKey: key, expectedVersion: file.version, person: { code: person } }
    file.open = dice() < 0.5 ? state(key, person, head) : stint(key, person, head, file.stints++)
    return file.open
  }

  acknowledge({ person, mark }: Asked, version: number): void {
    const file = this.file(person)
    if (this.told.get(mark) === version) return
    if (version !== file.version + 1) throw new Error(`${mark}: version ${version} after version ${file.version}.`)
    file.version = version
    file.open = null
    this.told.set(mark, version)
  }

  private file(person: string): File {
    const file = this.files.get(person)
    if (file === undefined) throw new Error(`Nobody has the code ${person}.`)
    return file
  }
}

/** Its mark is its note. */
const state = (key: string, person: string, head: object): Asked => {
  const input = { ...head, kind: 'UNFINISHED_BUSINESS', from: '2026-01-01', to: '2026-03-01', note: key }
  return { key, person, mark: key, operation: 'recordState', input }
}

/** Ten days of a month of its own, from 2000 on: its mark is the person and the first day. */
const stint = (key: string, person: string, head: object, n: number): Asked => {
  const month = `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
  const days = { from: `${month}-01`, to: `${month}-11`, capacity: 'ACTING', post: { code: 'P-SPARE' } }
  return { key, person, mark: `${person} ${days.from}`, operation: 'recordAssignment', input: { ...head, ...days } }
}
