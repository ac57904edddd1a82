import { z } from 'zod'
import { type Manifest, type PluginPackage, type Signature, signatureAlgorithms } from '../package.ts'
import { dayText, divisionCode, id, list, version } from './words.ts'

const format = z.int().min(1).max(1000)

/** What a signer vouches for, as the file writes it. */
const manifestSchema = z.strictObject({
  plugin: id,
  version,
  digest: z.string().regex(/^[0-9a-f]{64}$/, '64 位小写十六进制 (64 lower-case hexadecimal digits)'),
  target: divisionCode,
  sequence: z.int().min(1).max(1_000_000),
  format: z.strictObject({ from: format, to: format }),
  signedOn: dayText,
})

const signatureSchema = z.strictObject({
  algorithm: z.literal(signatureAlgorithms),
  key: z.string().regex(/^[0-9a-f]{32}$/, '32 位小写十六进制 (32 lower-case hexadecimal digits)'),
  // Whole groups of four, spare bits zero: one signature has one spelling, so no byte of it can be changed unnoticed.
  signature: z
    .string()
    .max(500)
    .regex(
      /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/,
      'Base64 (RFC 4648)',
    ),
})

/** Counted before they are read, so that a file of nothing else is refused at once. */
export const mostSignatures = 16

/** A package around a document, which has a reader of its own. */
export const packageSchema = z.strictObject({
  package: z.literal(1),
  manifest: manifestSchema,
  signatures: list(signatureSchema, mostSignatures),
  document: z.unknown(),
})

/** Holds only if each type fits into the other: schema and types cannot drift apart. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const packageSchemaIsTheFormat: {
  readonly manifest: Same<z.infer<typeof manifestSchema>, Manifest>
  readonly signature: Same<z.infer<typeof signatureSchema>, Signature>
  readonly package: Same<keyof z.infer<typeof packageSchema>, keyof PluginPackage>
} = { manifest: true, signature: true, package: true }
