import { lastMonth, monthOf, monthText } from '../month.ts'
import type { Random } from '../random.ts'
import type { RosterWriter, Row } from '../roster-writer.ts'

/** Secondments and loans (挂职、借调) beside the post at home, to a staff post elsewhere in the same place. */
export const secondmentsOf = (to: RosterWriter, random: Random): void => {
  const open = to.rowsOf('assignments').filter((row) => row.to === '' && row.from !== undefined)
  const hosts = to.rowsOf('posts').filter((row) => row.leading === 'no' && (row.to ?? '') === '')
  if (hosts.length === 0) return
  for (const home of open) {
    if (!random.chance(0.03)) continue
    const host = hosts[random.between(0, hosts.length - 1)]
    if (host !== undefined) secondment(to, random, home, host)
  }
}

const secondment = (to: RosterWriter, random: Random, home: Row, host: Row): void => {
  const start = monthOf(random.between(2021, 2026), random.between(1, 6))
  const from = monthText(start)
  if ((home.from ?? '') >= from || home.post === host.code || home.capacity === 'concurrent') return
  const end = start + random.pick([12, 24])
  const capacity = random.chance(0.7) ? 'secondment' : 'loan'
  const row = { person: home.person ?? '', post: host.code ?? '', from, capacity }
  to.add('assignments', { ...row, to: end > lastMonth ? '' : monthText(end) })
}
