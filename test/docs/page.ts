/** A command of a page, as it is typed, and what the page says it prints. */
export interface Step {
  readonly command: string
  readonly prints: string
}

/** A cell of the roster that the page tells the reader to type over. */
export interface Edit {
  readonly sheet: string
  readonly cell: string
  readonly type: string
}

export type Part = Step | { readonly edits: readonly Edit[] }

const isOpen = (command: string): boolean => (command.match(/'/g)?.length ?? 0) % 2 === 1

/** `$ ` begins a command; one with an open quote goes on in the next line; the rest is what it prints. */
export const stepsIn = (block: string): readonly Step[] => {
  const steps: { command: string; prints: string[] }[] = []
  for (const line of block.split('\n')) {
    const last = steps.at(-1)
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), prints: [] })
    else if (last !== undefined && isOpen(last.command)) last.command += `\n${line}`
    else last?.prints.push(line)
  }
  return steps.map(({ command, prints }) => ({ command, prints: prints.join('\n').trimEnd() }))
}

const editsIn = (table: string): readonly Edit[] =>
  table
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((row) => {
      const [, sheet = '', cell = '', , type = ''] = row.split('|').map((text) => text.trim())
      return { sheet, cell, type }
    })

/** What a page has its reader do, in order: commands in blocks marked `console`, and tables of cells to type over. */
export const partsOf = (page: string): readonly Part[] =>
  [...page.matchAll(/```console\n([\s\S]*?)```|^\| sheet \|[^\n]*\n(?:\|[^\n]*\n)+/gm)].flatMap(
    ([whole, block]): readonly Part[] => (block === undefined ? [{ edits: editsIn(whole) }] : stepsIn(block)),
  )

/** Whether a text is as the page says, which leaves something out where it writes `…`. */
export const isAsPrinted = (text: string, printed: string): boolean => {
  const [first = '', ...others] = printed.split('…').map((part) => part.trim())
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return others.at(-1) === '' || at === text.length
}
