import { Archive, Unreadable } from '../reading/archive.ts'
import type { PackedBytes } from '../reading/packed-bytes.ts'
import { isCsvName } from '../reading/zip-source.ts'
import { noEnd, noRoster, unreadable } from './upload-problem.ts'

export type UploadKind = 'workbook' | 'archive'

const zipStart = Buffer.from('PK\x03\x04', 'latin1')
const emptyZipStart = Buffer.from('PK\x05\x06', 'latin1')
const oldOfficeStart = Buffer.from('d0cf11e0', 'hex')

/** Refuses by its first bytes what is neither a workbook nor an archive, before the rest has come. */
export const checkStart = (start: Uint8Array): void => {
  if (zipStart.equals(start)) return
  if (emptyZipStart.equals(start)) throw noRoster({ zh: '这是空的压缩包', en: 'This is an empty archive' })
  if (oldOfficeStart.equals(start))
    throw noRoster({
      zh: '这是旧版 Office 文件或加了打开密码的文件',
      en: 'This is a file of an old Office, or one with a password',
    })
  throw noRoster({ zh: '无法识别文件内容', en: 'What the file holds is not known' })
}

/** Longest end an archive may have: its last record and a comment. */
const longestEnd = 22 + 0xffff

const hasEnd = async ({ size, bytes }: PackedBytes): Promise<boolean> => {
  const parts: Uint8Array[] = []
  for await (const part of bytes(Math.max(0, size - longestEnd), size)) parts.push(part)
  return Buffer.concat(parts).includes('PK\x05\x06', 0, 'latin1')
}

/** What a file is by what it holds, whatever it is called; refused when it is no roster. */
export const kindOf = async (packed: PackedBytes): Promise<UploadKind> => {
  if (!(await hasEnd(packed))) throw noEnd()
  const names = await namesIn(packed)
  if (names.includes('_rels/.rels') && names.some((name) => name.startsWith('xl/'))) return 'workbook'
  if (names.some(isCsvName)) return 'archive'
  throw noRoster({ zh: '压缩包里没有工作表，也没有 CSV 文件', en: 'The archive has neither sheets nor CSV files' })
}

const namesIn = async (packed: PackedBytes): Promise<readonly string[]> => {
  try {
    const archive = await Archive.open(packed)
    const { names } = archive
    archive.close()
    return names
  } catch (error) {
    throw error instanceof Unreadable ? unreadable(error.wrong) : error
  }
}
