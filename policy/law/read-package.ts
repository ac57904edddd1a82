import { divisionsByCode } from '../facts/divisions.ts'
import type { Divisions } from '../facts/person.ts'
import { checkPlugin } from './check.ts'
import { placeProblems } from './conform.ts'
import { digestOf, packageBytes } from './digest.ts'
import { documentFormat, type Manifest, type PluginPackage } from './package.ts'
import type { PluginDocument } from './plugin.ts'
import { type PluginProblem, problem } from './problem.ts'
import { mostSignatures, packageSchema } from './schema/package.ts'
import { shapeProblems } from './schema/shape-problems.ts'

export type ReadPackage = { readonly package: PluginPackage } | { readonly problems: readonly PluginProblem[] }

/**
 * Reads a package from anywhere: a sound document with a manifest that speaks of this very document, for a jurisdiction of its
 * level. Whether its signatures hold, and whose keys they are, is for whoever knows the keys to say; so is the sequence.
 */
export const readPackage = (json: unknown, divisions: Divisions = divisionsByCode): ReadPackage => {
  if (!isPackage(json)) return { problems: [notAPackage] }
  const strange = formatProblems(json)
  if (strange.length > 0) return { problems: strange }
  const count = Array.isArray(json.signatures) ? json.signatures.length : 0
  if (count > mostSignatures) return { problems: [tooManySignatures(count)] }
  const read = packageSchema.safeParse({ ...json, document: null })
  if (!read.success) return { problems: shapeProblems(json, read.error) }
  const { manifest, signatures } = read.data
  const checked = checkPlugin(json.document)
  if ('problems' in checked) return { problems: checked.problems.map(inDocument) }
  const problems = [
    ...manifestProblems(manifest, checked.plugin, divisions),
    ...signatures.flatMap(({ key }, i) =>
      signatures.findIndex((other) => other.key === key) === i ? [] : [signedTwice(key, i)],
    ),
  ]
  return problems.length > 0
    ? { problems }
    : { package: { package: 1, manifest, signatures, document: checked.plugin } }
}

/** No package is longer; what reads one from a stream may stop here. */
export const mostPackageBytes = 1024 * 1024

/** The same from the bytes of a file, which are refused unless they are exactly those the packer writes: one package, one file. */
export const readPackageFile = (bytes: Uint8Array, divisions: Divisions = divisionsByCode): ReadPackage => {
  if (bytes.length > mostPackageBytes) return { problems: [tooLong(bytes.length)] }
  const json = jsonIn(bytes)
  const read = json === undefined ? { problems: [notAPackage] } : readPackage(json, divisions)
  return 'problems' in read || sameBytes(packageBytes(read.package), bytes) ? read : { problems: [relaid] }
}

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])

const tooLong = (length: number): PluginProblem =>
  problem(
    'TOO_LARGE',
    [],
    [
      `文件有 ${length} 字节，超过 ${mostPackageBytes} 字节（1 MiB）。`,
      `The file has ${length} bytes, more than ${mostPackageBytes} (1 MiB).`,
    ],
    ['精简案例与条文说明，或把不同的办法分成几个插件。', 'Shorten cases and texts, or divide it into several plugins.'],
  )

const relaid = problem(
  'BAD_DIGEST',
  [],
  [
    '文件的字节不是打包时写出的字节：有人另存、重排或改动过。',
    'The bytes are not those the packer wrote: the file was saved anew, laid out again or changed.',
  ],
  ['请用原文件；作者请重新打包并签名。', 'Use the original file; as its author, pack and sign it again.'],
)

interface Envelope {
  readonly package: unknown
  readonly manifest: unknown
  readonly document: unknown
  readonly signatures?: unknown
}

const isPackage = (json: unknown): json is Envelope =>
  typeof json === 'object' && json !== null && 'package' in json && 'manifest' in json && 'document' in json

const notAPackage = problem(
  'NOT_A_PACKAGE',
  [],
  [
    '这不是政策包：政策包是含有 `package`、`manifest`、`signatures`、`document` 的 JSON 对象。',
    'This is no package: a package is a JSON object of `package`, `manifest`, `signatures` and `document`.',
  ],
  [
    '若是政策文件，请先用 cadre plugin pack 打包，再签名。',
    'If it is a policy document, pack it with `cadre plugin pack` and sign it.',
  ],
)

/** Formats come first: of a file in a format we do not know, nothing else can be said. */
const formatProblems = ({ package: outer, manifest, document }: Envelope): readonly PluginProblem[] => {
  if (outer !== 1) return [unknownFormat(['package'], outer)]
  const format = member(document, 'format')
  if (format !== undefined && format !== documentFormat) return [unknownFormat(['document', 'format'], format)]
  const [from, to] = ['from', 'to'].map((end) => member(member(manifest, 'format'), end))
  if (typeof from !== 'number' || typeof to !== 'number' || (from <= documentFormat && documentFormat <= to)) return []
  return [unknownFormat(['manifest', 'format'], `${from}–${to}`)]
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const unknownFormat = (path: readonly string[], found: unknown): PluginProblem =>
  problem(
    'UNKNOWN_FORMAT',
    path,
    [
      `格式为 \`${String(found).slice(0, 20)}\`；本系统只读格式 ${documentFormat}。`,
      `The format is \`${String(found).slice(0, 20)}\`; this release reads format ${documentFormat} only.`,
    ],
    ['用与本系统同版的工具重新打包，或升级本系统。', 'Pack it again with the tools of this release, or upgrade.'],
  )

const inDocument = (found: PluginProblem): PluginProblem => ({ ...found, path: ['document', ...found.path] })

/** Where the manifest speaks of another document than the one that lies beside it. */
const manifestProblems = (
  manifest: Manifest,
  plugin: PluginDocument,
  divisions: Divisions,
): readonly PluginProblem[] => {
  const digest = digestOf(plugin)
  return [
    ...(['plugin', 'version'] as const).flatMap((name) => {
      const own = name === 'plugin' ? plugin.id : plugin.version
      return manifest[name] === own ? [] : [otherDocument(['manifest', name], manifest[name], own)]
    }),
    ...(manifest.digest === digest ? [] : [otherDocument(['manifest', 'digest'], manifest.digest, digest)]),
    ...placeProblems(plugin, manifest.target, divisions).map((found) => ({ ...found, path: ['manifest', 'target'] })),
  ]
}

const otherDocument = (path: readonly string[], said: string, own: string): PluginProblem =>
  problem(
    'BAD_DIGEST',
    path,
    [
      `清单所说为 \`${said}\`，而包内文件为 \`${own}\`：文件在打包后被改动，或清单属于另一份文件。`,
      `The manifest says \`${said}\` and the document inside is \`${own}\`: it was changed after packing, or the manifest belongs to another.`,
    ],
    [
      '向签署单位索取原包；作者请重新打包并签名。',
      'Ask the signer for the original; as its author, pack and sign again.',
    ],
  )

const tooManySignatures = (count: number): PluginProblem =>
  problem(
    'TOO_LARGE',
    ['signatures'],
    [`有 ${count} 个签名，上限 ${mostSignatures}。`, `There are ${count} signatures; the limit is ${mostSignatures}.`],
    ['只留负责单位的签名。', 'Keep those of the offices that answer for it.'],
  )

const signedTwice = (key: string, index: number): PluginProblem =>
  problem(
    'DUPLICATE_ID',
    ['signatures', String(index), 'key'],
    [`密钥 \`${key}\` 签了两次。`, `The key \`${key}\` signed twice.`],
    ['同一密钥只留一个签名。', 'Keep one signature of each key.'],
  )
