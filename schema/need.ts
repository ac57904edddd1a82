import type { Need as NeedOf } from '../policy/index.ts'
import { builder } from './builder.ts'
import { localId } from './global-id.ts'

/** The same need, with the global id of what it is a fact of. */
export const globalNeed = ({ fact, of, why }: NeedOf, root: number): NeedOf => {
  const type = fact.startsWith('person.') ? 'Person' : fact.startsWith('state.') ? 'State' : 'Assignment'
  return { fact, of: `${type}:${localId({ root, id: of })}`, why }
}

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
