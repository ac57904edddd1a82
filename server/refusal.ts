import type { KnownProblem } from '../acts/problem.ts'
import type { Bilingual } from '../policy/index.ts'
import type { Language } from '../schema/language.ts'

const statuses: Readonly<Partial<Record<string, number>>> = {
  NOT_FOUND: 404,
  UPLOAD_EMPTY: 400,
  UPLOAD_CUT_SHORT: 400,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_NO_ROSTER: 415,
  UPLOAD_UNREADABLE: 422,
  DATABASE_AWAY: 503,
  STORAGE_FULL: 503,
}

/** What a refusal outside GraphQL looks like: the same words in the same places as inside. */
const bodyOf = (code: string, says: Bilingual, remedy: Bilingual, language: Language) => ({
  errors: [{ message: says[language], extensions: { code, remedy: remedy[language] } }],
})

interface Refusal {
  readonly status: number
  readonly body: ReturnType<typeof bodyOf>
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal on purpose. */
export const refusalOf = ({ code, says, remedy }: KnownProblem, language: Language): Refusal => ({
  status: statuses[code] ?? 400,
  body: bodyOf(code, says, remedy, language),
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
