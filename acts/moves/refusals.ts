import type { Bilingual, DayText } from '../../policy/index.ts'
import { ConflictProblem, type ProblemPath } from '../problem.ts'

/** Says where in the caller's input a part of a move stands. */
export type PlaceOf = (move: number, part: 'person' | 'from' | 'to' | 'on') => ProblemPath

/** As many moves may be checked together. */
export const mostMoves = 200

interface Refusal {
  readonly says: Bilingual
  readonly remedy: Bilingual
}

export const noMove: Refusal = {
  says: { zh: '没有写任何一项调动。', en: 'There is no move to check.' },
  remedy: { zh: '请至少写一项。', en: 'Name at least one.' },
}

export const tooManyMoves = (count: number): Refusal => ({
  says: {
    zh: `一次最多核对 ${mostMoves} 项调动，这里有 ${count} 项。`,
    en: `At most ${mostMoves} moves are checked together; these are ${count}.`,
  },
  remedy: {
    zh: '请分批核对；相互牵连的调动放在同一批。',
    en: 'Check them in parts, and keep moves that bear on one another in one part.',
  },
})

export const goesNowhere: Refusal = {
  says: { zh: '既没有离任的职位，也没有到任的职位。', en: 'It names neither a post left nor a post taken.' },
  remedy: { zh: '请写明 from、to 至少其一。', en: 'Name `from`, or `to`, or both.' },
}

export const staysThere: Refusal = {
  says: { zh: '离任与到任是同一职位。', en: 'The post left is the post taken.' },
  remedy: { zh: '连任不是调动；请核对职位代码。', en: 'Staying is no move; check the codes of the posts.' },
}

export const takenTwice: Refusal = {
  says: {
    zh: '此人在这份方案里不止一次调入同一职位。',
    en: 'The plan moves this person into this very post more than once.',
  },
  remedy: { zh: '请只保留一项。', en: 'Keep one of the two.' },
}

export const heldAlready = (on: DayText): Refusal => ({
  says: { zh: `此人 ${on} 已任该职位。`, en: `The person holds this very post on ${on} already.` },
  remedy: { zh: '请核对职位代码，或先离任。', en: 'Check the code of the post, or leave it first.' },
})

export const notHeld = (on: DayText, held: readonly string[]): Refusal => ({
  says: { zh: `此人 ${on} 不任该职位。`, en: `The person does not hold this post on ${on}.` },
  remedy:
    held.length === 0
      ? { zh: '当日此人未任任何职位，请不写 from。', en: 'They hold no post on that day; leave out `from`.' }
      : {
          zh: `当日所任：${held.map((code) => `\`${code}\``).join('、')}。`,
          en: `They hold ${held.map((code) => `\`${code}\``).join(', ')}.`,
        },
})

export const noSuchPostThen = (on: DayText): Refusal => ({
  says: { zh: `${on} 没有这个职位。`, en: `The post does not exist on ${on}.` },
  remedy: { zh: '请核对职位及其起止日期。', en: 'Check the post and the days of its versions.' },
})

export const beforeBirth = (birth: string): Refusal => ({
  says: { zh: `早于其出生日期 ${birth}。`, en: `That is before the person was born (${birth}).` },
  remedy: checkLife,
})

export const afterDeath = (died: string): Refusal => ({
  says: { zh: `晚于其去世日期 ${died}。`, en: `That is after the person died (${died}).` },
  remedy: checkLife,
})

const checkLife = { zh: '请核对日期，或先更正档案。', en: 'Check the day, or correct the file first.' }

/** Others hold the post, and none of the moves makes room. */
export const postFull = (path: ProblemPath, since: DayText, seats: number, others: readonly string[]) =>
  new ConflictProblem('POST_HELD', {
    path,
    says: {
      zh: `该职位职数为 ${seats}，${since} 已由${others.join('、')}担任，这份方案也没有让出。`,
      en: `The post has ${seats} seat${seats === 1 ? '' : 's'}, on ${since} held by ${others.join(', ')}, and no move makes room.`,
    },
    remedy: {
      zh: '请把在任者的离任写进同一份方案，且不晚于到任之日；确有多人同任的，改职位的职数。',
      en: 'Put the leaving of whoever holds it into the same plan, no later than that day; or raise the quota of the post.',
    },
  })
