import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Opening } from './opening.ts'

/** What a second process needs to join a running cluster. Only its owner may read it. */
export interface ClusterFile {
  readonly port: number | null
  readonly pid: number | null
  /** Who has it open; some may have died since. The last one to leave stops it. */
  readonly openings: readonly Opening[]
  readonly passwords: { readonly superuser: string; readonly owner: string; readonly app: string }
}

const password = () => randomBytes(24).toString('base64url')

const pathOf = (folder: string) => join(folder, 'cluster.json')

export const readClusterFile = (folder: string): ClusterFile | null =>
  existsSync(pathOf(folder)) ? { openings: [], ...JSON.parse(readFileSync(pathOf(folder), 'utf8')) } : null

export const writeClusterFile = (folder: string, cluster: ClusterFile): ClusterFile => {
  const draft = `${pathOf(folder)}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(cluster, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, pathOf(folder))
  return cluster
}

/** A cluster that was never started, with passwords nobody has seen. */
export const newCluster = (): ClusterFile => ({
  port: null,
  pid: null,
  openings: [],
  passwords: { superuser: password(), owner: password(), app: password() },
})
