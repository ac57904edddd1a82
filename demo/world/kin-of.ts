import { inventedName } from '../names.ts'
import type { Random } from '../random.ts'
import type { RosterWriter } from '../roster-writer.ts'

/** Ties between colleagues of one place, and relatives outside the service who are known by name only. */
export const kinOf = (to: RosterWriter, random: Random): void => {
  const staff = to.rowsOf('people')
  for (const row of staff) {
    const { code: person = '', sex } = row
    if (random.chance(0.05)) {
      const spouse = inventedName(random, sex === 'M' ? 'F' : 'M')
      to.add('kin', {
        person,
        relation: 'spouse',
        relative_name: spouse,
        from: '',
        verified: 'yes',
        source: '个人有关事项报告',
      })
    }
    if (!random.chance(0.012)) continue
    const other = staff[random.between(0, staff.length - 1)]
    if (other === undefined || other === row) continue
    const relation = other.sex === 'M' ? random.pick(['堂兄', '表弟']) : random.pick(['表妹', '堂姐'])
    to.add('kin', {
      person,
      relation,
      relative: other.code ?? '',
      verified: random.chance(0.8) ? 'yes' : 'no',
      source: '本人申报',
    })
  }
}
