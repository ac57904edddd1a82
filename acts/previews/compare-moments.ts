import type { Database } from '../../db/connect.ts'
import type { Stretch } from '../../db/facts/bulk.ts'
import { installationsAt, type KnownAt, wholeSetting } from '../../db/facts.ts'
import { stretchesOf } from '../../db/queries/evaluation.ts'
import type { PreviewRow } from '../../db/queries/previews.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { compile } from '../../policy/index.ts'
import { anyAvoidance } from '../conflicts/any-avoidance.ts'
import type { Progress } from '../crew/judge-all.ts'
import type { Compared } from './compare-stretch.ts'
import type { FoundChange } from './found-change.ts'
import { horizonDays } from './horizon.ts'
import type { Moments, Side } from './moments.ts'
import { replayPairs } from './replay-pairs.ts'
import { replayPeople } from './replay-people.ts'

const reading = { mode: 'read', pace: 'job' } as const

/** People whose facts of both moments are held at once. */
const batch = 500

/** What we would have said then of the people of these authorities, alone and in pairs, beside what we say now. */
export const compareMoments = async (
  db: Database,
  replay: PreviewRow,
  authorities: readonly string[],
  progress: Progress,
): Promise<Compared> => {
  const { moments, total, stretches } = await transaction(db, reading, async (tx) => ({
    moments: await momentsOf(tx, replay),
    ...(await stretchesOf(tx, authorities, batch)),
  }))
  const { before, after } = moments
  const pairsToo = anyAvoidance([...before.installations, ...after.installations])
  const changes: FoundChange[] = []
  const seen = new Set<string>()
  let people = 0
  await progress(people, total)
  for (const stretch of stretches) {
    const compared = await transaction(db, reading, (tx) =>
      compareStretch(tx, moments, stretch, pairsToo ? seen : null),
    )
    people += compared.people
    changes.push(...compared.changes)
    await progress(people, total)
  }
  return { people, changes }
}

const momentsOf = async (tx: Tx, replay: PreviewRow): Promise<Moments> => ({
  before: await sideOf(tx, replay.knownAt, replay.policyAt),
  after: await sideOf(tx, null, null),
  horizon: horizonDays(replay),
})

const sideOf = async (tx: Tx, knownAt: KnownAt, policyAt: KnownAt): Promise<Side> => {
  const installations = await installationsAt(tx, policyAt)
  return { knownAt, installations, judge: compile(installations, await wholeSetting(tx, knownAt)) }
}

/** `seen`: pairs compared already, since two people may come in different stretches; null where no policy speaks of two. */
const compareStretch = async (
  tx: Tx,
  moments: Moments,
  stretch: Stretch,
  seen: Set<string> | null,
): Promise<Compared> => {
  const { people, changes } = await replayPeople(tx, moments, stretch)
  const pairs = seen === null ? [] : await replayPairs(tx, moments, people, seen)
  return { people: people.length, changes: [...changes, ...pairs] }
}
