import { newKeyPair, signManifest } from '../../acts/policies/signature.ts'
import { digestOf, documentFormat, type Manifest, type PluginDocument, type PluginPackage } from '../../policy/index.ts'
import { samplePlugin } from './sample-plugin.ts'

/** What somebody would vouch for of this document, for a made-up municipality. */
export const manifestOf = (document: PluginDocument, more: Partial<Manifest> = {}): Manifest => ({
  plugin: document.id,
  version: document.version,
  digest: digestOf(document),
  target: '411100',
  sequence: 1,
  format: { from: documentFormat, to: documentFormat },
  signedOn: '2026-11-01',
  ...more,
})

/** A document in a package signed by the holder of a private key, or by nobody. */
export const packaged = (
  document: PluginDocument = samplePlugin,
  privatePem: string | null = null,
  more: Partial<Manifest> = {},
): PluginPackage => {
  const manifest = manifestOf(document, more)
  const signature = privatePem === null ? null : signManifest(privatePem, manifest)
  return { package: 1, manifest, signatures: signature === null ? [] : [signature], document }
}

/** A key somebody holds. */
export const keyPair = () => newKeyPair('ed25519')
