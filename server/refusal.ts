import { type KnownProblem, PolicyProblem, ValidationProblem } from '../acts/problem.ts'
import type { Bilingual } from '../policy/index.ts'
import type { Language } from '../schema/language.ts'

const statuses: Readonly<Partial<Record<string, number>>> = {
  NOT_FOUND: 404,
  BUSY: 503,
  UPLOAD_EMPTY: 400,
  UPLOAD_CUT_SHORT: 400,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_NO_ROSTER: 415,
  UPLOAD_NO_PACKAGE: 415,
  UPLOAD_UNREADABLE: 422,
  POLICY_REFUSED: 422,
  DATABASE_AWAY: 503,
  STORAGE_FULL: 503,
}

/** What a refusal outside GraphQL looks like: the same words in the same places as inside. */
const bodyOf = (code: string, says: Bilingual, remedy: Bilingual, language: Language, problems: Problems = {}) => ({
  errors: [{ message: says[language], extensions: { code, remedy: remedy[language], ...problems } }],
})

/** Everything that is wrong, where the refusal lists it. */
interface Problems {
  readonly problems?: readonly {
    readonly path: readonly string[]
    readonly code: string | null
    readonly message: string
    readonly remedy: string
  }[]
}

const problemsOf = (problem: KnownProblem, language: Language): Problems =>
  problem instanceof PolicyProblem || problem instanceof ValidationProblem
    ? {
        problems: problem.issues.map(({ path, value, says, remedy }) => ({
          path,
          code: value,
          message: says[language],
          remedy: remedy[language],
        })),
      }
    : {}

export interface Refusal {
  readonly status: number
  readonly body: ReturnType<typeof bodyOf>
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal on purpose. */
export const refusalOf = (problem: KnownProblem, language: Language): Refusal => ({
  status: statuses[problem.code] ?? 400,
  body: bodyOf(problem.code, problem.says, problem.remedy, language, problemsOf(problem, language)),
})

const busySays = { zh: '服务繁忙，未保存。', en: 'The server is busy; nothing was kept.' }
const busyRemedy = { zh: '请稍后重试。', en: 'Try again in a moment.' }

/** Not now: too many at once, or the database is not to be reached. */
export const busy = (language: Language): Refusal => ({
  status: 503,
  body: bodyOf('BUSY', busySays, busyRemedy, language),
  headers: { 'retry-after': '1' },
})

const bugSays = { zh: '服务器出现意外错误，未保存。', en: 'An unexpected error; nothing was kept.' }
const bugRemedy = {
  zh: '请重试；如仍出现，请告知管理员请求编号。',
  en: 'Try again; if it stays so, tell whoever runs the server the request id.',
}

/** A bug: the client learns that something went wrong, and nothing of what. */
export const bug = (language: Language): Refusal => ({
  status: 500,
  body: bodyOf('INTERNAL_SERVER_ERROR', bugSays, bugRemedy, language),
})

const methodSays = { zh: '这个地址不支持该方法。', en: 'This address does not know that method.' }

export const wrongMethod = (allowed: string, language: Language): Refusal => ({
  status: 405,
  body: bodyOf('METHOD_NOT_ALLOWED', methodSays, { zh: `请用 ${allowed}。`, en: `Use ${allowed}.` }, language),
  headers: { allow: allowed },
})
