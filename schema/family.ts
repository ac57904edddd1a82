import { GraphQLError } from 'graphql'
import type { Context } from './context.ts'

/**
 * The one door to the family class: kinship, ties on file, and what is asked of them. Whoever may not see the class is
 * refused in words, and never shown an empty list.
 */
export const familyOf = async <T>(context: Context, show: () => Promise<T>): Promise<T> => {
  if (!context.sees.family) throw new GraphQLError(withheld[context.language], { extensions: { code: 'FORBIDDEN' } })
  return show()
}

const withheld = {
  zh: '亲属信息属家庭类信息，您没有查看权限；请向管理权限所在的组织部门申请。',
  en: 'Kinship is of the family class, which you may not see; ask the office that manages the file.',
}
