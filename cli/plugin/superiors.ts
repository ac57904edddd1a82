import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allDivisions, divisions, nation } from '../../db/divisions.ts'
import { checkPlugin, digestOf, type Installation, type PluginDocument } from '../../policy/index.ts'
import { Failure } from '../failure.ts'
import { readSource } from './source.ts'

/** The documents that come with the product, as `npm run plugins` prints them. */
const bundled = fileURLToPath(new URL('../../dist/plugins/', import.meta.url))

/** What stands above a document where it is to be installed. */
export interface Above {
  /** Where the document is judged to be installed. */
  readonly at: string
  /** False for a template of which nobody said where: then only the nation is known to stand above. */
  readonly stated: boolean
  readonly superiors: readonly Installation[]
}

/** The documents above: those handed in, else the bundled ones whose jurisdictions stand above `at`. */
export const standingAbove = async (
  plugin: PluginDocument,
  at: string | undefined,
  against: readonly string[] | undefined,
): Promise<Above> => {
  const own = at ?? plugin.jurisdiction
  const place = own ?? allDivisions.find(({ level }) => level === plugin.level)?.code ?? nation
  const higher = divisions.chain(place).filter((code) => code !== place)
  const chain = own === undefined ? higher.filter((code) => code === nation) : higher
  const documents = await Promise.all((against ?? (await bundledFiles())).map(soundDocument))
  const superiors = documents
    .filter(({ id }) => id !== plugin.id)
    .flatMap((document) => {
      const jurisdiction = document.jurisdiction ?? chain.find((code) => divisions.level(code) === document.level)
      return jurisdiction !== undefined && chain.includes(jurisdiction) ? [installed(document, jurisdiction)] : []
    })
    .toSorted((a, b) => chain.indexOf(a.jurisdiction) - chain.indexOf(b.jurisdiction))
  return { at: place, stated: own !== undefined, superiors }
}

const bundledFiles = async (): Promise<readonly string[]> => {
  const names = await readdir(bundled).catch(() => {
    throw new Failure(
      '还没有打印内置的政策文件；请先运行 npm run plugins。Print the bundled documents first: npm run plugins.',
    )
  })
  return names.filter((name) => name.endsWith('.json')).map((name) => join(bundled, name))
}

const soundDocument = async (file: string): Promise<PluginDocument> => {
  const checked = checkPlugin((await readSource(file)).document)
  if ('plugin' in checked) return checked.plugin
  throw new Failure(
    `\`${file}\`本身有 ${checked.problems.length} 处问题，不能作为上级对照；请先用 cadre plugin check 检查它。` +
      `\`${file}\` has problems of its own: check it first.`,
  )
}

const installed = (plugin: PluginDocument, jurisdiction: string): Installation => ({
  plugin,
  digest: digestOf(plugin),
  jurisdiction,
  effectiveFrom: '1900-01-01',
  effectiveTo: null,
})
