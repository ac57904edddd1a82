import { divisions } from '../../db/divisions.ts'
import { nextSequence, packagesOf } from '../../db/queries/policies.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  checkPlugin,
  digestOf,
  documentFormat,
  type Manifest,
  mostPackageBytes,
  type PluginDocument,
  type PluginPackage,
  placeProblems,
} from '../../policy/index.ts'
import { refused, refuseIfAny } from './refusal.ts'
import { vouchedFor } from './vouching.ts'

/** The document, when a file holds one that nobody has packed; `null` when it holds something else, or is too long to be read. */
export const bareDocument = (bytes: Uint8Array): PluginDocument | null => {
  if (bytes.length > mostPackageBytes) return null
  const json = jsonIn(bytes)
  if (typeof json !== 'object' || json === null || 'package' in json || !('format' in json)) return null
  const checked = checkPlugin(json)
  if ('plugin' in checked) return checked.plugin
  refuseIfAny(checked.problems)
  return null
}

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** A document as the operator hands it in, for a place: with the next sequence, unless it was handed in before. */
export const packed = async (tx: Tx, document: PluginDocument, at: string | null): Promise<PluginPackage> => {
  const target = at ?? document.jurisdiction
  if (target === undefined) throw unbound(document)
  refuseIfAny(placeProblems(document, target, divisions))
  const digest = digestOf(document)
  // One that only keys trusted no longer have signed vouches for nothing: the operator does.
  const [kept] = await vouchedFor(tx, await packagesOf(tx, digest, target))
  const manifest: Manifest = kept?.manifest ?? {
    plugin: document.id,
    version: document.version,
    digest,
    target,
    sequence: await nextSequence(tx, document.id, target),
    format: { from: documentFormat, to: documentFormat },
    signedOn: await todayInLaw(tx),
  }
  return { package: 1, manifest, signatures: kept?.signatures ?? [], document }
}

/** A template has to be told where it is to stand. */
export const unbound = ({ id }: PluginDocument) =>
  refused(
    ['at'],
    null,
    { zh: `\`${id}\` 是模板，未写明辖区。`, en: `\`${id}\` is a template and names no jurisdiction.` },
    { zh: '用 at 指明安装的辖区代码。', en: 'Say with `at` where to install it.' },
  )
