import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allDivisions, divisions, nation } from '../../db/divisions.ts'
import { checkPlugin, digestOf, type Installation, type PluginDocument } from '../../policy/index.ts'
import { Failure } from '../failure.ts'
import { readSource, type Source } from './source.ts'

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
  const sources = await Promise.all((against ?? (await bundledFiles())).map(readSource))
  const superiors = sources
    .flatMap((source) => {
      const jurisdiction = seatOf(source.document, plugin.id, chain)
      // Only what stands above is worth the time of reading it through.
      return jurisdiction === null ? [] : [installed(soundDocument(source), jurisdiction)]
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

/** Where on the chain a document has its place: at its own jurisdiction, or as a template at the one of its level. */
const seatOf = (document: unknown, below: string, chain: readonly string[]): string | null => {
  if (typeof document !== 'object' || document === null || ('id' in document && document.id === below)) return null
  const own = 'jurisdiction' in document ? document.jurisdiction : null
  const level = 'level' in document ? document.level : null
  return chain.find((code) => (own === null ? divisions.level(code) === level : code === own)) ?? null
}

const soundDocument = ({ name, document }: Source): PluginDocument => {
  const checked = checkPlugin(document)
  if ('plugin' in checked) return checked.plugin
  throw new Failure(
    `\`${name}\`本身有 ${checked.problems.length} 处问题，不能作为上级对照；请先用 cadre plugin check 检查它。` +
      `\`${name}\` has problems of its own: check it first.`,
  )
}

const installed = (plugin: PluginDocument, jurisdiction: string): Installation => ({
  plugin,
  digest: digestOf(plugin),
  jurisdiction,
  effectiveFrom: '1900-01-01',
  effectiveTo: null,
})
