import type { Named } from '../acts/find-person.ts'
import { invalid, KnownProblem, NotFoundProblem } from '../acts/problem.ts'
import type { Database } from '../db/connect.ts'
import type { Bilingual } from '../policy/index.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { type Ref, refOf, uuidOf } from './global-id.ts'

/** How a caller names a person or a post: by global id, or by code and, where that is ambiguous, the office. */
export const NameInput = builder.inputType('NameInput', {
  description:
    'Names a person or a post: by `id`, or by `code` (and `at` where the code is ambiguous). 指明人员或职位。',
  fields: (t) => ({
    id: t.id({ description: 'Global id. 全局标识。' }),
    code: t.string({ description: 'Code. 编号。' }),
    at: t.string({ description: 'Authority (people) or jurisdiction (posts) that numbers it. 编号所在辖区。' }),
  }),
})

export const idempotencyKey = {
  required: true,
  description: 'Chosen by the caller, new for each request; repeated, it gets the first answer again. 幂等键。',
} as const

export const expectedVersion = {
  required: true,
  description: '`Person.version` the caller saw; refused when the file has changed since. 所见档案版本。',
} as const

interface Name {
  readonly id?: string | null | undefined
  readonly code?: string | null | undefined
  readonly at?: string | null | undefined
}

const nouns: Readonly<Record<'Person' | 'Post' | 'Assignment' | 'State' | 'KinTie' | 'Conflict', Bilingual>> = {
  Person: { zh: '人员', en: 'person' },
  Post: { zh: '职位', en: 'post' },
  Assignment: { zh: '任职', en: 'assignment' },
  State: { zh: '状态', en: 'state' },
  KinTie: { zh: '亲属关系', en: 'tie of kinship' },
  Conflict: { zh: '回避情形', en: 'conflict' },
}

/** What the acts understand, from what the caller wrote. */
export const named = (type: 'Person' | 'Post', field: string, { id, code, at }: Name): Named => {
  const path = ['input', field]
  if (id && !code) return rowNamed(type, field, id)
  if (code && !id) return { code, at: at ?? null }
  throw invalid(
    path,
    null,
    {
      zh: `请用 id 或 code 之一指明${nouns[type].zh}。`,
      en: `Name the ${nouns[type].en} by either \`id\` or \`code\`.`,
    },
    { zh: '二者只给其一。', en: 'Give one of the two.' },
  )
}

/** The row a global id names. */
export const rowNamed = (type: keyof typeof nouns, field: string, id: string): Ref => {
  const ref = refOf(type, id)
  if (ref === null) throw new NotFoundProblem(['input', field], id, nouns[type])
  return ref
}

const policyNouns: Readonly<Record<'Installation' | 'PolicyReview', Bilingual>> = {
  Installation: { zh: '政策安装', en: 'installation' },
  PolicyReview: { zh: '政策复核', en: 'review' },
}

/** The row, no tenant's, that a global id names. */
export const uuidNamed = (type: keyof typeof policyNouns, field: string, id: string): string => {
  const uuid = uuidOf(type, id)
  if (uuid === null) throw new NotFoundProblem(['input', field], id, policyNouns[type])
  return uuid
}

/** An input without the fields that were not given, so that "not given" and `null` stay two things. */
export const given = <Input extends object>(input: Input) =>
  // Object.fromEntries forgets the keys; only members that are `undefined` are left out.
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Input]: Exclude<Input[Key], undefined>
  }

/** Runs an act; its refusals become members of the result. */
export const answered = async <Answer>(
  context: Context,
  act: (db: Database, actor: string) => Promise<Answer | KnownProblem>,
): Promise<Answer> => {
  const outcome = await context.act((db) => act(db, context.actor))
  if (outcome instanceof KnownProblem) throw outcome
  return outcome
}
