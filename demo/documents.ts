import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../dist/plugins/', import.meta.url)

/** Reads a bundled policy document as anyone would receive it: the JSON that `npm run plugins` printed. */
export const printedDocument = async (id: string): Promise<unknown> => {
  const names = await readdir(folder).catch(() => [])
  const name = names.find(
    (each) => each.startsWith(`${id}-`) && /^\d+\.\d+\.\d+\.json$/.test(each.slice(id.length + 1)),
  )
  if (name === undefined) throw new Error(`dist/plugins holds no document of \`${id}\`; run \`npm run plugins\` first.`)
  return JSON.parse(await readFile(new URL(name, folder), 'utf8'))
}
