import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'

type Line = readonly [zh: string, en: string]

/** Characters that nobody sees and that change what others show: controls, marks that turn the direction of writing, marks of no width. */
const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\u{e0000}-\u{e007f}]|\u034f/u
const loneSurrogate = /\p{Cs}/u
const markup = /<[a-z/!?]/i
const formula = /^[=+@-]/
const beyondAscii = /[^\x20-\x7e]/

/**
 * Texts of a document are shown to officers, printed in lists and opened in spreadsheets; names are compared letter by letter.
 * So a text holds only what is seen: `null` when it does, else what is wrong with it.
 */
export const hostileText = (
  text: string,
  path: DocumentPath | (() => DocumentPath),
  as: 'text' | 'name' = 'text',
): PluginProblem | null => {
  const why = reasonAgainst(text, as)
  return why === null ? null : problem('HOSTILE_TEXT', typeof path === 'function' ? path() : path, ...why)
}

const reasonAgainst = (text: string, as: 'text' | 'name'): readonly [Line, Line] | null => {
  if (beyondAscii.test(text)) {
    const found = hidden.exec(text)?.[0] ?? loneSurrogate.exec(text)?.[0]
    if (found !== undefined) return unseen(found)
    if (text !== text.normalize('NFC')) return notComposed
  }
  if (as === 'name') return null
  if (markup.test(text)) return marked
  return formula.test(text) ? calculated : null
}

const unseen = (found: string): readonly [Line, Line] => {
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return [
    [
      `文字中有看不见的字符 ${code}，显示的与写的会不一样。`,
      `The text holds the unseen character ${code}: what is shown is not what is written.`,
    ],
    ['删去该字符；换行改写成一行。', 'Remove it; write several lines as one.'],
  ]
}

const notComposed: readonly [Line, Line] = [
  [
    '文字不是合成形式（Unicode NFC），看似相同的名称会不相等。',
    'The text is not in composed form (Unicode NFC): names that look alike would differ.',
  ],
  ['转换为 NFC 后再存。', 'Save it in the form NFC.'],
]

const marked: readonly [Line, Line] = [
  ['文字中有网页标记。', 'The text holds web markup.'],
  ['只写文字；小于号后请空一格。', 'Write plain text; leave a space after a less-than sign.'],
]

const calculated: readonly [Line, Line] = [
  [
    '文字以 = + - @ 开头，电子表格会把它当作公式。',
    'The text begins with one of = + - @: a spreadsheet would compute it.',
  ],
  ['换一个开头。', 'Put something else first.'],
]
