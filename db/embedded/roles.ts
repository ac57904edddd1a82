import { openConnection } from '../connection.ts'
import type { ClusterFile } from './cluster-file.ts'

export const ownerRole = 'cadre_owner'
export const appRole = 'cadre_app'
export const database = 'cadre'

/** Passwords are our own base64url; nothing in them needs quoting. */
const ensureRole = (name: string, password: string, attributes: string) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if;
  end $$;
  alter role ${name} login nosuperuser nobypassrls nocreaterole noreplication ${attributes} password '${password}';`

/** Makes sure of both roles and the database. Run at every start, so that an interrupted first start is completed. */
export const prepareRoles = async (port: number, passwords: ClusterFile['passwords']): Promise<void> => {
  const connection = await openConnection(`postgres://postgres:${passwords.superuser}@127.0.0.1:${port}/postgres`)
  try {
    await connection.client.unsafe(ensureRole(ownerRole, passwords.owner, 'createdb'))
    await connection.client.unsafe(ensureRole(appRole, passwords.app, 'nocreatedb'))
    const [existing] = await connection.client`select 1 from pg_database where datname = ${database}`
    if (existing === undefined) await connection.client.unsafe(`create database ${database} owner ${ownerRole}`)
  } finally {
    await connection.end()
  }
}
