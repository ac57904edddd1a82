import { eastAsianWidth } from 'get-east-asian-width'

/** Marks that stand on the character before them and take no room of their own. */
const marks = /[\p{M}\p{Cf}]/u
const isMark = (character: string) => character > '~' && marks.test(character)

/** How many columns of a terminal a text takes: a Chinese character takes two. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (isMark(each) ? 0 : eastAsianWidth(each.codePointAt(0) ?? 0)), 0)

/** The text with blanks after it, so that what follows begins in one column. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Words, quoted values and counts (3 人) stay whole; Chinese breaks anywhere, but no line begins with a mark that closes. */
const pieces = (text: string): readonly string[] =>
  text.match(/(?:`[^`]*`|\d+ \p{Script=Han}|[!-~]+|[^!-~])[、，。；：！？）》」』”…]*/gu) ?? []

/** The text in lines of at most so many columns; a word longer than a line is cut. */
export const wrapped = (text: string, wanted: number): readonly string[] => {
  const width = Math.max(2, wanted)
  const lines: string[] = []
  let [line, taken] = ['', 0]
  const put = (piece: string): void => {
    const [wide, bare] = [widthOf(piece), widthOf(piece.trimEnd())]
    if (taken + bare <= width) [line, taken] = [line + piece, taken + wide]
    else if (widthOf(piece.trim()) <= width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
      taken = widthOf(line)
    } else for (const character of piece) put(character)
  }
  for (const piece of pieces(text)) put(piece)
  return [...lines, line.trimEnd()]
}

/** Lines as wide as the terminal, what is carried over standing under what it belongs to. */
export const fitted = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? ''
      const hanging = indent === '' ? '' : `${indent}  `
      const [first = '', ...others] = wrapped(line.trimStart(), width - hanging.length)
      return [indent + first, ...others.map((other) => hanging + other)]
    })
    .join('\n')
