import type { Database } from '../db/connect.ts'
import { withoutValues } from '../db/errors.ts'
import { todayInLaw } from '../db/queries/today.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import type { Context, Sees } from '../schema/context.ts'
import { languageOf } from '../schema/language.ts'
import { loading } from '../schema/loading.ts'

/** The context of one operation, and what ends it. */
export interface OperationContext extends Context {
  /** Ends the transaction the operation has opened, if any. Its answer must not leave before. */
  readonly end: () => Promise<void>
  /** From now on every read has a short transaction of its own: events of a subscription are far apart. */
  readonly separate: () => void
}

interface Running {
  readonly tx: Promise<Tx>
  readonly end: () => Promise<void>
}

/** A transaction held open until it is told to end. */
const begin = (db: Database): Running => {
  let end = () => {}
  let finished: Promise<void> = Promise.resolve()
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  const tx = new Promise<Tx>((resolve, reject) => {
    finished = transaction(db, { mode: 'read' }, (handle) => {
      resolve(handle)
      return over
    })
    finished.catch(reject)
  })
  return {
    tx,
    end: () => {
      end()
      return finished
    },
  }
}

/** `X-Cadre-Actor` names the caller until authorization lands; loopback only. */
export const actorOf = (request: Request): string =>
  request.headers.get('x-cadre-actor')?.trim().slice(0, 64) || 'local'

/** What an actor may read. */
export type SeesOf = (actor: string) => Sees

/** Until authorization lands everyone who comes over loopback may read everything. */
export const everything: SeesOf = () => ({ family: true })

export const operationContext = (db: Database, request: Request, seesOf: SeesOf = everything): OperationContext => {
  const actor = actorOf(request)
  const language = languageOf(request.headers.get('accept-language'))
  let running: Running | null = null
  let alone = false
  let today: Promise<string> | null = null

  const read: Context['read'] = async (query) => {
    if (alone) return transaction(db, { mode: 'read' }, query)
    running ??= begin(db)
    try {
      return await query(await running.tx)
    } catch (error) {
      // Errors of the driver quote the values of the statement: people's data, which no log may have.
      throw withoutValues(error)
    }
  }
  const end = async () => {
    const ending = running
    running = null
    await ending?.end()
  }
  const { load, named, give, forget } = loading(read, language)
  return {
    actor,
    sees: seesOf(actor),
    language,
    read,
    load,
    named,
    give,
    end,
    act: async (act) => {
      await end()
      forget()
      return act(db)
    },
    today: () => {
      if (alone) return read(todayInLaw)
      today ??= read(todayInLaw)
      return today
    },
    separate: () => {
      alone = true
    },
  }
}
