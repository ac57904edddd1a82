import type { Notice } from '../certificate.ts'
import { datedClauses } from '../dated-clauses.ts'
import { isContradictory } from '../leaf-implies.ts'
import type { LowerDocument } from '../lower-document.ts'

/** Rules that bind on no day of anybody: never in force, no value in force, or a condition that contradicts itself. */
export const deadRules = ({ plugin, installation, divisions }: LowerDocument): readonly Notice[] =>
  plugin.rules.flatMap((rule, i): readonly Notice[] => {
    if (rule.enabled === false) return []
    const alive = datedClauses(rule, installation, divisions).pieces.filter(({ cut }) => cut.length > 0)
    const path = ['rules', String(i)]
    if (alive.length === 0)
      return [
        {
          code: 'DEAD_RULE',
          path,
          says: {
            zh: `${rule.catalogueId} 没有一天有效：施行期间为空，或者所用参数在此期间没有值。`,
            en: `${rule.catalogueId} is in force on no day, or its parameters have no value while it is.`,
          },
        },
      ]
    if (!alive.every(({ clauses }) => clauses?.every(isContradictory) ?? false)) return []
    return [
      {
        code: 'DEAD_RULE',
        path,
        says: {
          zh: `${rule.catalogueId} 的条件自相矛盾，不会及于任何人。`,
          en: `The condition of ${rule.catalogueId} contradicts itself: it binds nobody.`,
        },
      },
    ]
  })
