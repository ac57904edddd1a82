import type { Need as NeedOf } from '../policy/index.ts'
import { builder } from './builder.ts'

export const Need = builder.objectRef<NeedOf>('Need')

Need.implement({
  description: 'A fact that would settle an undetermined answer. 待补充的事实。',
  fields: (t) => ({
    fact: t.exposeString('fact', {
      description: 'Which: `assignment.from`, `person.birth`, `assignment.level` … 事实。',
    }),
    of: t.exposeString('of', {
      description: 'Global id of the assignment, state or person it is a fact of. 所属对象。',
    }),
    why: t.exposeString('why', { description: 'What the file says now, and why that is not enough. 原因。' }),
  }),
})
