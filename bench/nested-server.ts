import { createServer } from 'node:http'
import { pino } from 'pino'
import { connect, type Database } from '../db/connect.ts'
import { transaction } from '../db/transaction.ts'
import { yogaServer } from '../server/yoga.ts'
import { byHand } from './staff.ts'

/** One process of either side of the nested measure: `nested-server.ts ours|hand <database> <port>`. */
const [side, url, port] = process.argv.slice(2)

const ours = (db: Database) => {
  const logger = pino({ level: 'info' }, { write: () => {} })
  const readiness = async () =>
    ({ ready: true, database: 'up', storage: null, schemaVersion: '', draining: false }) as const
  return createServer(yogaServer({ db, logger, readiness, development: false, loopbackOnly: true }))
}

/** The same answer by one statement, in the same kind of transaction. */
const hand = (db: Database) =>
  createServer(async (request, response) => {
    const asked = new URL(request.url ?? '', 'http://127.0.0.1').searchParams
    const statement = byHand(asked.get('code') ?? '', asked.get('on') ?? '')
    const [row] = await transaction(db, { mode: 'read' }, (tx) => tx.execute<{ answer: string }>(statement))
    response.setHeader('content-type', 'application/json')
    response.end(row?.answer ?? '{}')
  })

const db = connect(url ?? '', { sessions: 20 })
;(side === 'ours' ? ours(db) : hand(db)).listen(Number(port), '127.0.0.1')
