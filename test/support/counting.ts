import type { Database } from '../../db/connect.ts'
import type { Connection } from '../../db/connection.ts'

/** A database that writes down every statement sent to it, `begin` and `commit` included. */
export const counting = (db: Database): { readonly db: Database; readonly statements: string[] } => {
  const statements: string[] = []
  const originals = new WeakMap<Connection, Connection>()
  const counted = (connection: Connection): Connection => {
    const client = new Proxy(connection.client, {
      get: (target, property, receiver) => {
        if (property !== 'unsafe') return Reflect.get(target, property, receiver)
        const unsafe: typeof target.unsafe = (statement, ...rest) => {
          statements.push(statement)
          return target.unsafe(statement, ...rest)
        }
        return unsafe
      },
    })
    const wrapped = { ...connection, client }
    originals.set(wrapped, connection)
    return wrapped
  }
  return {
    statements,
    db: {
      ...db,
      acquire: async () => counted(await db.acquire()),
      release: (connection) => db.release(originals.get(connection) ?? connection),
    },
  }
}
