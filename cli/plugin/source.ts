import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { divisions } from '../../db/divisions.ts'
import { type DocumentPath, type PluginPackage, type PluginProblem, readPackageFile } from '../../policy/index.ts'
import { Failure } from '../failure.ts'
import { readJson } from './json-text.ts'
import { merged, type Part } from './merged.ts'
import type { Place } from './place.ts'
import { type Complaint, readYaml, type YamlText } from './yaml-text.ts'

/** What an author handed in, whatever way it was written. */
export interface Source {
  /** As the author named it. */
  readonly name: string
  readonly document: unknown
  /** Present when a package was handed in, and it is sound as one. */
  readonly sealed: PluginPackage | null
  /** What is wrong with the package around the document. */
  readonly problems: readonly PluginProblem[]
  readonly placeOf: (path: DocumentPath) => Place | null
  /** Lines still marked as a fresh policy marks what has to be replaced. */
  readonly placeholders: readonly string[]
}

/** What a fresh policy marks with it has to be replaced by the author's own. */
export const placeholder = 'PLACEHOLDER'

/** Reads a folder of YAML, a YAML file, a JSON document or a package. What cannot be read at all is a refusal with file and line. */
export const readSource = async (path: string): Promise<Source> => {
  const kind = await stat(path).catch(() => null)
  if (kind === null) throw new Failure(`找不到\`${path}\`，请核对路径。\`${path}\` is not there: check the path.`)
  if (kind.isDirectory()) return folderSource(path)
  const bytes = await readFile(path)
  if (/\.ya?ml$/i.test(path)) return ofText(path, yamlIn(path, textOf(path, bytes)))
  const read = readJson(textOf(path, bytes))
  if ('complaints' in read) throw unreadable(read.complaints.map((complaint) => ({ file: path, complaint })))
  return isPackage(read.value) ? packageSource(path, bytes, read.value.document) : ofText(path, read)
}

const isPackage = (value: unknown): value is { readonly document: unknown } =>
  typeof value === 'object' && value !== null && 'package' in value && 'document' in value

const ofText = (name: string, { value, positionOf }: YamlText): Source => ({
  name,
  document: withoutSchemaHint(value),
  sealed: null,
  problems: [],
  placeOf: (path) => {
    const position = positionOf(path)
    return position === null ? null : { file: name, ...position }
  },
  placeholders: [],
})

const packageSource = (name: string, bytes: Uint8Array, document: unknown): Source => {
  const read = readPackageFile(bytes, divisions)
  const [sealed, problems] = 'package' in read ? [read.package, []] : [null, read.problems]
  return { name, document, sealed, problems, placeOf: () => null, placeholders: [] }
}

const folderSource = async (folder: string): Promise<Source> => {
  const found = await readdir(folder, { recursive: true })
  const files = found
    .filter((name) => /^[^.].*\.ya?ml$/i.test(name))
    .toSorted()
    .map((name) => join(folder, name))
  if (files.length === 0)
    throw new Failure(
      `\`${folder}\`中没有 .yaml 文件。\`${folder}\` holds no .yaml file: begin with \`cadre plugin new\`.`,
    )
  const texts = await Promise.all(files.map(async (file) => ({ file, text: textOf(file, await readFile(file)) })))
  const read = texts.map(({ file, text }) => ({ file, read: readYaml(text) }))
  const complaints = read.flatMap(({ file, read }) =>
    'complaints' in read ? read.complaints.map((complaint) => ({ file, complaint })) : [],
  )
  if (complaints.length > 0) throw unreadable(complaints)
  const parts = read.flatMap(({ file, read }): Part[] => ('complaints' in read ? [] : [{ file, text: read }]))
  const whole = merged(parts)
  if ('twice' in whole) throw unreadable(whole.twice)
  return {
    name: folder,
    document: whole.value,
    sealed: null,
    problems: [],
    placeOf: whole.placeOf,
    placeholders: texts.flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, i) => (line.includes(placeholder) ? [`${file}:${i + 1}`] : [])),
    ),
  }
}

const yamlIn = (file: string, text: string): YamlText => {
  const read = readYaml(text)
  if ('complaints' in read) throw unreadable(read.complaints.map((complaint) => ({ file, complaint })))
  return read
}

const textOf = (file: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Failure(`\`${file}\`不是 UTF-8 文本；请另存为 UTF-8。\`${file}\` is no UTF-8 text: save it as UTF-8.`)
  }
}

/** JSON has no comments: what an editor is told by `$schema` is no part of the document. */
const withoutSchemaHint = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'))
}

const unreadable = (found: readonly { readonly file: string; readonly complaint: Complaint }[]): Failure =>
  new Failure(
    found.map(({ file, complaint: { line, column, zh, en } }) => `✗ ${file}:${line}:${column}　${zh}${en}`).join('\n'),
  )
