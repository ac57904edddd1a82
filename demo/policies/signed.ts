import { newKeyPair, signManifest } from '../../acts/policies/signature.ts'
import { canonicalText, digestOf, type PluginDocument } from '../../policy/index.ts'

/** A key of the demonstration: made anew for each loading, and forgotten with it. */
export interface DemoKey {
  readonly publicKey: string
  /** A package as it travels. */
  readonly sign: (document: PluginDocument, target: string, sequence: number) => string
}

export const demoKey = (): DemoKey => {
  const { privatePem, publicPem } = newKeyPair('ed25519')
  return {
    publicKey: publicPem,
    sign: (document, target, sequence) => {
      const manifest = {
        plugin: document.id,
        version: document.version,
        digest: digestOf(document),
        target,
        sequence,
        format: { from: 1, to: 1 },
        signedOn: '2026-11-25',
      }
      const signature = signManifest(privatePem, manifest)
      if (signature === null) throw new Error('A key made here does not sign.')
      return canonicalText({ package: 1, manifest, signatures: [signature], document })
    },
  }
}
