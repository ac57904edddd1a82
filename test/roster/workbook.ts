import type { Lines } from './office.ts'
import { pack } from './pack.ts'

/** A cell as a workbook holds it: a text, a number under a number format, or XML of its own. */
export type Cell = string | { readonly n: number | string; readonly format?: string } | { readonly xml: string }

export interface Tab {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merges?: readonly string[]
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${head}<Relationships>${targets
    .map(([type, target], i) => `<Relationship Id="r${i}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The workbook as its XML: texts shared by every other column, inline in the rest, as producers differ. */
export const workbookOf = (tabs: readonly Tab[], { from1904 = false } = {}): Buffer => {
  const [strings, formats]: [string[], string[]] = [[], []]
  const cell = (value: Cell, at: string, column: number): string => {
    if (typeof value === 'string') {
      if (value === '') return ''
      if (column % 2 === 1) return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
      return `<c r="${at}" t="s"><v>${strings.push(value) - 1}</v></c>`
    }
    if ('xml' in value) return value.xml.replace('@', at)
    if (value.format === undefined) return `<c r="${at}"><v>${value.n}</v></c>`
    return `<c r="${at}" s="${formats.push(value.format)}"><v>${value.n}</v></c>`
  }
  const sheet = ({ rows, merges = [] }: Tab): string => {
    const lines = rows.map((cells, row) => {
      const filled = cells.map((value, i) => cell(value, `${String.fromCharCode(65 + i)}${row + 1}`, i)).join('')
      return filled === '' ? '' : `<row r="${row + 1}">${filled}</row>`
    })
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    return `${head}<worksheet ${main}><sheetData>${lines.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`
  }
  const sheets = tabs.map((tab, i) => ({ name: `xl/worksheets/sheet${i}.xml`, content: sheet(tab) }))
  const names = tabs.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i}"/>`)
  const own = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`)
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`)]
  const parts = [...tabs.map((_, i) => ['worksheet', `worksheets/sheet${i}.xml`] as const)]
  return pack([
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([...parts, ['sharedStrings', 'sharedStrings.xml'], ['styles', '/xl/styles.xml']]),
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${head}<sst ${main}>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${head}<styleSheet ${main}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    },
    ...sheets,
  ])
}

/** A roster of a test as a workbook: every cell a text. */
export const tabsOf = (roster: Lines): readonly Tab[] =>
  Object.entries(roster).map(([name, lines]) => ({ name, rows: lines.map((line) => line.split('|')) }))
