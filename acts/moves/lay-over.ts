import type { FiledAssignment, Ref } from '../../db/facts.ts'
import { anyDay, type Day, dayText, parseStated } from '../../policy/index.ts'
import { inOrderOfTime } from '../roster/writing/career.ts'

type Career = readonly FiledAssignment[]

const startOf = ({ from }: FiledAssignment) => parseStated(from) ?? anyDay

/** Whether the assignment may be held on the day. One that ended on a day nobody knows is over. */
export const isHeldOn = (held: FiledAssignment, on: Day): boolean => {
  if (startOf(held).lo > on || held.to === '?') return false
  return held.to === null || on < (parseStated(held.to)?.hi ?? -Infinity)
}

/** The career with the post left from the day on. */
export const leaving = (career: Career, post: Ref, on: Day): { readonly career: Career; readonly ended: string[] } => {
  const ends = (held: FiledAssignment) => held.post === post.id && isHeldOn(held, on)
  return {
    career: career.map((held) => (ends(held) ? { ...held, to: dayText(on) } : held)),
    ended: career.filter(ends).map(({ id }) => id),
  }
}

/** The career with formal service in the post from the day on, at the place where an assignment recorded then would stand. */
export const taking = (career: Career, id: string, post: Ref, on: Day): Career => {
  const taken: FiledAssignment = {
    id,
    post: post.id,
    postRoot: post.root,
    from: dayText(on),
    to: null,
    capacity: 'formal',
    level: null,
  }
  const filed = [...career, taken].map((held) => ({ held, from: startOf(held) }))
  return inOrderOfTime(filed).map(({ held }) => held)
}
