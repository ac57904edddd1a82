import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How to run a program that refuses to be root, and what must be done to the files it uses. */
export interface OrdinaryUser {
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[], SpawnOptions]
  readonly own: (path: string) => void
}

const asWeAre: OrdinaryUser = { command: (program, args) => [program, args, {}], own: () => {} }

interface Account {
  readonly uid: number
  readonly gid: number
}

/** An account of this machine that is not root; PostgreSQL wants its own to have a name. */
const someAccount = (): Account => {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
  const account =
    accounts.find((a) => a.name === 'postgres') ?? accounts.find((a) => a.name === 'nobody') ?? accounts[0]
  if (account === undefined) throw new Error('PostgreSQL does not run as root, and this machine has no other account.')
  return account
}

/** Root keeps its files but is seen as someone else: nothing has to be created, copied or given away. */
const inNamespace = ({ uid, gid }: Account): OrdinaryUser => {
  const flags = ['--user', `--map-user=${uid}`, `--map-group=${gid}`]
  return { command: (program, args) => ['unshare', [...flags, program, ...args], {}], own: () => {} }
}

/** Where namespaces are forbidden: the account itself, which then must own the data and be able to reach them. */
const inItsOwnName = ({ uid, gid }: Account): OrdinaryUser => ({
  command: (program, args) => [program, args, { uid, gid }],
  own: (path) => {
    chmodSync(dirname(path), 0o711)
    giveAway(path, uid, gid)
  },
})

const giveAway = (path: string, uid: number, gid: number): void => {
  if (!existsSync(path)) return
  const entry = lstatSync(path)
  if (entry.uid !== uid && !entry.isSymbolicLink()) chownSync(path, uid, gid)
  if (entry.isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name), uid, gid)
}

/** As ourselves, unless we are root: PostgreSQL refuses to run as root. */
export const ordinaryUser = (namespaces = true): OrdinaryUser => {
  if (process.getuid?.() !== 0) return asWeAre
  const account = someAccount()
  const user = inNamespace(account)
  const [command, args] = user.command('true', [])
  return namespaces && spawnSync(command, args).status === 0 ? user : inItsOwnName(account)
}
