import { databaseError } from '../db/errors.ts'
import type { Bilingual, Citation } from '../policy/index.ts'

/** Where in the caller's input the trouble lies, outermost first: `['input', 'from']`. Empty for the request as a whole. */
export type ProblemPath = readonly string[]

/** Stable words for every refusal; programs branch on these, people read the sentences. */
export const problemCodes = [
  'VALIDATION',
  'NOT_FOUND',
  'AMBIGUOUS_CODE',
  'VERSION_CHANGED',
  'POST_HELD',
  'ASSIGNMENTS_OVERLAP',
  'BUSY',
  'IDEMPOTENCY_REUSED',
  'POLICY_REFUSED',
  'PREVIEW_OUTDATED',
  'PREVIEW_UNFINISHED',
  'SAME_PERSON',
  'STATE_CHANGED',
  'DATABASE_AWAY',
  'STORAGE_FULL',
  'UPLOAD_EMPTY',
  'UPLOAD_TOO_LARGE',
  'UPLOAD_CUT_SHORT',
  'UPLOAD_NO_ROSTER',
  'UPLOAD_NO_PACKAGE',
  'UPLOAD_UNREADABLE',
  'UPLOAD_IN_USE',
  'IMPORT_WRITTEN',
  'JOB_OVER',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export interface Sentences {
  readonly path: ProblemPath
  /** What is wrong, on which day, and why it is a problem. */
  readonly says: Bilingual
  /** What a person can do about it. */
  readonly remedy: Bilingual
}

/**
 * A refusal on purpose: it reaches the client typed, rolls the transaction back, and is never logged as a bug.
 *
 * Inside a transaction it is thrown; at the edge of every act it is a value of the answer. `message` is the Chinese sentence.
 */
export abstract class KnownProblem extends Error {
  abstract readonly code: ProblemCode
  readonly path: ProblemPath
  readonly says: Bilingual
  readonly remedy: Bilingual

  constructor({ path, says, remedy }: Sentences) {
    super(says.zh)
    this.path = path
    this.says = says
    this.remedy = remedy
  }
}

/** One bad value of the input. */
export interface Issue extends Sentences {
  readonly value: string | null
  /** A stable word for what is wrong, where a roster or a policy may be wrong in the same way. */
  readonly code?: string
  /** Of a policy: the superior rule that stands in the way. */
  readonly superior?: { readonly rule: string; readonly catalogueId: string; readonly cite: Citation }
}

/** The input is wrong in itself; every bad value is listed, the first one speaks for all. */
export class ValidationProblem extends KnownProblem {
  readonly code = 'VALIDATION'
  readonly issues: readonly [Issue, ...Issue[]]

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues[0])
    this.issues = issues
  }
}

const checkCode: Bilingual = {
  zh: '请核对编号；编号由各单位自行编制。',
  en: 'Check the code; every office numbers its own.',
}

/** Nothing of that name is known here (or the asker may not know of it: the two are told apart to nobody). */
export class NotFoundProblem extends KnownProblem {
  readonly code = 'NOT_FOUND'
  readonly value: string

  constructor(path: ProblemPath, value: string, noun: Bilingual, remedy: Bilingual = checkCode) {
    super({
      path,
      says: { zh: `未找到${noun.zh}\`${value}\`。`, en: `There is no ${noun.en} \`${value}\`.` },
      remedy,
    })
    this.value = value
  }
}

/** Several offices use this code: the caller must say `at` which one. */
export class AmbiguousCodeProblem extends KnownProblem {
  readonly code = 'AMBIGUOUS_CODE'
  readonly value: string
  /** Jurisdictions that use the code: each is a legal value of `at`. */
  readonly candidates: readonly string[]

  constructor(path: ProblemPath, value: string, candidates: readonly string[]) {
    const list = candidates.map((code) => `\`${code}\``)
    super({
      path,
      says: {
        zh: `编号\`${value}\`在${list.join('、')}都有使用。`,
        en: `The code \`${value}\` is used by ${list.join(', ')}.`,
      },
      remedy: { zh: '请用 at 指明辖区代码。', en: 'Say which one with `at`.' },
    })
    this.value = value
    this.candidates = candidates
  }
}

/** True input that the graph as it stands cannot take: someone else was there first. */
export class ConflictProblem extends KnownProblem {
  readonly code:
    | 'VERSION_CHANGED'
    | 'POST_HELD'
    | 'ASSIGNMENTS_OVERLAP'
    | 'BUSY'
    | 'UPLOAD_IN_USE'
    | 'IMPORT_WRITTEN'
    | 'JOB_OVER'
    | 'PREVIEW_OUTDATED'
    | 'PREVIEW_UNFINISHED'
    | 'SAME_PERSON'
    | 'STATE_CHANGED'

  /** Of a step that was refused for an outdated preview: the one to read instead. */
  readonly preview: string | null = null

  constructor(code: ConflictProblem['code'], sentences: Sentences) {
    super(sentences)
    this.code = code
  }
}

/** The same idempotency key came before with another request. */
export class IdempotencyReusedProblem extends KnownProblem {
  readonly code = 'IDEMPOTENCY_REUSED'

  constructor(key: string) {
    super({
      path: ['input', 'idempotencyKey'],
      says: {
        zh: `幂等键\`${key}\`已用于另一项不同的请求。`,
        en: `The idempotency key \`${key}\` was used for a different request.`,
      },
      remedy: { zh: '新的请求请使用新的键。', en: 'Use a new key for a new request.' },
    })
  }
}

/** A policy document that cannot be installed, or cannot be withdrawn. Each finding of the check is listed. */
export class PolicyProblem extends KnownProblem {
  readonly code = 'POLICY_REFUSED'
  readonly issues: readonly [Issue, ...Issue[]]

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues[0])
    this.issues = issues
  }
}

/** The database cannot do it now, whoever asks: nothing is wrong with the request, and the same one may pass in a while. */
export class UnavailableProblem extends KnownProblem {
  readonly code: 'DATABASE_AWAY' | 'STORAGE_FULL'

  constructor(code: UnavailableProblem['code'], sentences: Omit<Sentences, 'path'>) {
    super({ path: [], ...sentences })
    this.code = code
  }

  /** The problem that an error of the database stands for, or `null` when it is of another kind. */
  static of(error: unknown): UnavailableProblem | null {
    if (error instanceof UnavailableProblem) return error
    const refusal = databaseError(error)?.refusal
    if (refusal === 'full') return new UnavailableProblem('STORAGE_FULL', storageFull)
    return refusal === 'lost' || refusal === 'unknown_outcome' ? new UnavailableProblem('DATABASE_AWAY', away) : null
  }
}

const storageFull = {
  says: {
    zh: '数据库所在磁盘空间不足，本次改动未保存；查询不受影响。',
    en: 'The disk of the database is full; this change was not saved. Reading goes on.',
  },
  remedy: {
    zh: '请在该磁盘上腾出至少 100 MB 空间；之后写入自动恢复，无需重启，再用同一幂等键重试。',
    en: 'Free at least 100 MB on that disk; writing then goes on by itself, without a restart. Try again with the same idempotency key.',
  },
}

const away = {
  says: {
    zh: '数据库暂时中断，本次请求未得到确认；服务正在自动恢复连接。',
    en: 'The database is away for the moment; this request was not acknowledged. The server is on its way back to it.',
  },
  remedy: {
    zh: '请过几秒用同一幂等键重试：若已保存，不会重复。',
    en: 'Try again in a few seconds with the same idempotency key: what was saved is not done twice.',
  },
}

/** A body that was sent and is not kept. */
export class UploadProblem extends KnownProblem {
  readonly code:
    | 'UPLOAD_EMPTY'
    | 'UPLOAD_TOO_LARGE'
    | 'UPLOAD_CUT_SHORT'
    | 'UPLOAD_NO_ROSTER'
    | 'UPLOAD_NO_PACKAGE'
    | 'UPLOAD_UNREADABLE'

  constructor(code: UploadProblem['code'], says: Bilingual, remedy: Bilingual) {
    super({ path: [], says, remedy })
    this.code = code
  }
}

/** One bad value of the input, as a problem of its own. */
export const invalid = (path: ProblemPath, value: string | null, says: Bilingual, remedy: Bilingual) =>
  new ValidationProblem([{ path, value, says, remedy }])

/**
 * The answer of an act that may refuse: known problems become values, and so does a database that cannot do it now; anything
 * else is a bug and goes on.
 */
export const refusable = async <T>(act: () => Promise<T>): Promise<T | KnownProblem> => {
  try {
    return await act()
  } catch (error) {
    const problem = error instanceof KnownProblem ? error : UnavailableProblem.of(error)
    if (problem === null) throw error
    return problem
  }
}
