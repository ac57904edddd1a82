import { type Complaint, complaint } from '../problem.ts'

export type Decoded = { readonly text: string } | { readonly wrong: Complaint }

const attempt = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Two-byte text without a mark decodes as anything; its many zero bytes give it away. */
const looksWide = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.includes(0)

const wrongEncoding = complaint(
  'WRONG_ENCODING',
  {
    zh: '文件既不是 UTF-8 也不是 GB18030 编码，无法读出文字。',
    en: 'The file is neither UTF-8 nor GB18030, so its characters cannot be read.',
  },
  {
    zh: '请另存为“CSV UTF-8（逗号分隔）”后重新导入。',
    en: 'Save it again as “CSV UTF-8 (comma delimited)” and import that file.',
  },
)

/** The text of a file: UTF-8 (byte-order mark allowed), else GB18030, which every Chinese office suite may write. */
export const decode = (bytes: Uint8Array): Decoded => {
  if (looksWide(bytes)) return { wrong: wrongEncoding }
  const text = attempt('utf-8', bytes)
  if (text !== null) return text.includes('\uFFFD') ? { wrong: wrongEncoding } : { text }
  const chinese = attempt('gb18030', bytes)
  // Unassigned code points decode into the private use area: the file was some third encoding.
  return chinese === null || /[\uE000-\uF8FF]/.test(chinese) ? { wrong: wrongEncoding } : { text: chinese }
}
