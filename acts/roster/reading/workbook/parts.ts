import { posix } from 'node:path'
import { type Archive, damaged, tooLarge } from '../archive.ts'
import { Texts } from '../texts.ts'
import { formatNumbered, type NumberFormat } from './number-format.ts'
import { tidy } from './text-value.ts'
import { readXml } from './xml.ts'

/** One sheet of a workbook: the name on its tab and the file of the archive that holds it. */
export interface SheetPart {
  readonly name: string
  readonly path: string
}

/** What the sheets of a workbook share. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[]
  /** Whether days count from 1904, as old Macs did. */
  readonly from1904: boolean
}

interface Relation {
  readonly type: string
  readonly path: string
}

/** Relations of a part by id; their targets as paths in the archive. */
const relationsOf = async (archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> => {
  const folder = posix.dirname(part)
  const found = new Map<string, Relation>()
  await readXml(archive.chunks(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open: (name, attributes) => {
      const [id, target, type] = [attributes.get('Id'), attributes.get('Target'), attributes.get('Type')]
      if (name !== 'Relationship' || id === undefined || target === undefined) return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      found.set(id, { type: type?.split('/').at(-1) ?? '', path })
    },
  })
  return found
}

const pathOf = (relations: ReadonlyMap<string, Relation>, type: string): string | null =>
  [...relations.values()].find((relation) => relation.type === type)?.path ?? null

const sheetsIn = async (archive: Archive, path: string, relations: ReadonlyMap<string, Relation>) => {
  const sheets: SheetPart[] = []
  let from1904 = false
  await readXml(archive.chunks(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      const part = name === 'sheet' ? relations.get(attributes.get('id') ?? '') : undefined
      if (part?.type === 'worksheet') sheets.push({ name: tidy(attributes.get('name') ?? ''), path: part.path })
    },
  })
  return { sheets, from1904 }
}

/** Different texts in one workbook: several for each person of the largest province. */
const mostStrings = 4_000_000

/** The texts that cells refer to by number; how to pronounce them is left out. */
const stringsIn = async (archive: Archive, path: string): Promise<readonly string[]> => {
  const strings: string[] = []
  const texts = new Texts()
  let [text, within, spoken] = ['', false, false]
  await readXml(archive.chunks(path), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken = true
      within = name === 't' && !spoken
    },
    text: (more) => {
      if (within) text += more
    },
    close: (name) => {
      if (name === 'si' && strings.push(texts.one(tidy(text))) > mostStrings)
        throw tooLarge('不同的文字过多', 'too many texts')
      if (name === 'rPh') spoken = false
      within = false
    },
  })
  return strings
}

const formatsIn = async (archive: Archive, path: string): Promise<readonly NumberFormat[]> => {
  const own = new Map<number, string>()
  const numbers: number[] = []
  let ofCells = false
  await readXml(archive.chunks(path), {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') ofCells = true
      if (name === 'xf' && ofCells) numbers.push(Number(attributes.get('numFmtId') ?? '0'))
    },
    close: (name) => {
      if (name === 'cellXfs') ofCells = false
    },
  })
  return numbers.map((id) => formatNumbered(id, own))
}

/** Reads everything of a workbook but its sheets. */
export const readParts = async (archive: Archive): Promise<WorkbookParts> => {
  const path = pathOf(await relationsOf(archive, ''), 'officeDocument')
  if (path === null) throw damaged('no workbook')
  const relations = await relationsOf(archive, path)
  const [strings, styles] = [pathOf(relations, 'sharedStrings'), pathOf(relations, 'styles')]
  return {
    ...(await sheetsIn(archive, path, relations)),
    strings: strings === null ? [] : await stringsIn(archive, strings),
    formats: styles === null ? [] : await formatsIn(archive, styles),
  }
}
