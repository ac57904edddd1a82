import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Source files of one top-level folder, relative to the repository. */
export const sourcesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .map((file) => join(folder, file))
        .sort()
    : []

export const textOf = (file: string) => readFileSync(file, 'utf8')

const token = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<!\\)\/\/[^\n]*/g

/** The text without its comments; strings stay, so that what is said about a word is not taken for its use. */
export const withoutComments = (text: string) => text.replace(token, (_all, literal?: string) => literal ?? '')

/** Every module a text imports: static, for effect, dynamic, re-exported or required, in either quote. */
export const importsIn = (text: string): string[] =>
  [...withoutComments(text).matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map(
    (m) => m[2] ?? '',
  )

/** `import(…)` of something that is not a plain literal: nobody could prove where it points. */
export const opaqueImportsIn = (text: string): string[] =>
  [...withoutComments(text).matchAll(/\bimport\s*\(\s*(?!['"])[^)]*\)/g)].map((m) => m[0])

/** The files of this repository that a file imports, relative to the repository. */
export const localImportsOf = (file: string): string[] =>
  importsIn(textOf(file))
    .filter((target) => target.startsWith('.'))
    .map((target) => normalize(join(dirname(file), target)))

export const folderOf = (file: string) => file.split('/')[0] ?? ''
