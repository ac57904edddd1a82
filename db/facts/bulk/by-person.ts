import { given, type RowReader } from '../../copy/row-reader.ts'

/**
 * Rows in the order of the people, whose id is the first column: gives each person's own when asked for one after the other,
 * and passes over those of people nobody asks for.
 */
export class ByPerson<T> {
  private person: string | null = null

  constructor(
    private readonly rows: RowReader,
    private readonly read: (row: RowReader) => T,
  ) {
    this.advance()
  }

  private advance(): void {
    this.person = this.rows.next() ? given(this.rows.uuid()) : null
  }

  of(person: string): readonly T[] {
    if (this.person === null || this.person > person) return none
    const own: T[] = []
    while (this.person !== null && this.person <= person) {
      const row = this.read(this.rows)
      if (this.person === person) own.push(row)
      this.advance()
    }
    return own
  }
}

const none: readonly never[] = []
