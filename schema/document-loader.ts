import { policyDocuments } from '../db/queries/policy-documents.ts'
import type { Context } from './context.ts'
import { keyed } from './keyed.ts'
import type { PluginAtDigest } from './plugin-version.ts'

const documentLoader = keyed<PluginAtDigest | null>(policyDocuments)

/** The document that a stored digest names. */
export const documentOf = async (context: Context, digest: string): Promise<PluginAtDigest> =>
  context.named(documentLoader, digest)

export const documentOrNull = (context: Context, digest: string): Promise<PluginAtDigest | null> =>
  context.load(documentLoader, digest)
