import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type Complaint, complaint } from '../problem.ts'
import { decode } from './decode.ts'
import { BytesLost, type PackedBytes, PackedReader } from './packed-bytes.ts'

/** How much an archive may hold before we look into it: a small file may unpack to more than a machine has. */
export interface ArchiveLimits {
  /** Files in the archive. */
  readonly files: number
  /** Bytes of all of them, unpacked. */
  readonly bytes: number
  /** Unpacked bytes per packed one, of files of some size. */
  readonly ratio: number
}

/** A province's roster has some 100 MiB of text, and packs to a tenth or a twentieth of it. */
export const archiveLimits: ArchiveLimits = { files: 1_000, bytes: 512 * 1024 ** 2, ratio: 200 }

/** Below this many bytes any ratio is harmless: blank templates pack very well. */
const harmlessBytes = 4 * 1024 ** 2

/** Thrown when a whole archive or workbook cannot be read; its source tells it as one problem of the file. */
export class Unreadable extends Error {
  readonly wrong: Complaint

  constructor(wrong: Complaint) {
    super(wrong.reason.en)
    this.wrong = wrong
  }
}

export const damaged = (detail: string): Unreadable =>
  new Unreadable(
    complaint(
      'BAD_ARCHIVE',
      {
        zh: `文件已损坏、加密或不是 .zip／.xlsx 格式（${detail}）。`,
        en: `The file is damaged, encrypted, or no .zip or .xlsx (${detail}).`,
      },
      {
        zh: '请去掉打开密码，另存为“Excel 工作簿 (.xlsx)”，或重新压缩后再导入。',
        en: 'Remove the password, save it again as “Excel Workbook (.xlsx)”, or pack it again as .zip.',
      },
    ),
  )

const mebibytes = (bytes: number) => Math.ceil(bytes / 1024 ** 2)

export const tooLarge = (zh: string, en: string): Unreadable =>
  new Unreadable(
    complaint(
      'TOO_LARGE',
      { zh: `解压后超出限度：${zh}。`, en: `It unpacks to more than is allowed: ${en}.` },
      {
        zh: '请按辖区分成几份名册，分别导入。',
        en: 'Split the roster by jurisdiction and import the parts one by one.',
      },
    ),
  )

/** What is wrong with a file that we only read says so itself; what the machine refuses (no such file) is not its fault. */
const asUnreadable = (error: unknown): unknown => {
  if (error instanceof BytesLost) return error.cause
  return error instanceof Unreadable || !(error instanceof Error) || 'syscall' in error ? error : damaged(error.message)
}

/** Names without the mark for UTF-8 come from Chinese Windows as often as not. */
const nameOf = ({ fileNameRaw }: Entry): string => {
  const decoded = decode(fileNameRaw)
  return ('text' in decoded ? decoded.text : fileNameRaw.toString('latin1')).replaceAll('\\', '/')
}

const checkSizes = (entries: readonly Entry[], { bytes, ratio }: ArchiveLimits): void => {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > bytes) throw tooLarge(`共 ${mebibytes(total)} MiB`, `${mebibytes(total)} MiB`)
  const bomb = entries.find(
    ({ uncompressedSize: all, compressedSize: packed }) => all > harmlessBytes && all > packed * ratio,
  )
  if (bomb === undefined) return
  throw tooLarge(`\`${nameOf(bomb)}\`压缩比超过 ${ratio}:1`, `\`${nameOf(bomb)}\` is packed more than ${ratio} to 1`)
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const

/** An opened .zip (an .xlsx is one). Files are unpacked as they are read; nothing is ever written to disk. */
export class Archive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: readonly Entry[]) {
    this.#zip = zip
    this.#entries = new Map(entries.map((entry) => [nameOf(entry), entry]))
  }

  static async open(from: string | PackedBytes, limits: ArchiveLimits = archiveLimits): Promise<Archive> {
    try {
      const zip =
        typeof from === 'string'
          ? await yauzl.openPromise(from, options)
          : await yauzl.fromRandomAccessReaderPromise(new PackedReader(from), from.size, options)
      try {
        if (zip.entryCount > limits.files) throw tooLarge(`${zip.entryCount} 个文件`, `${zip.entryCount} files`)
        const entries: Entry[] = []
        for await (const entry of zip.eachEntry()) entries.push(entry)
        checkSizes(entries, limits)
        return new Archive(zip, entries)
      } catch (error) {
        zip.close()
        throw error
      }
    } catch (error) {
      throw asUnreadable(error)
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** The bytes of one file as they unpack; more than the directory promises, or others, are an error. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw damaged(`no ${name}`)
    try {
      let sum = 0
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk, sum)
        yield chunk
      }
      if (sum !== entry.crc32) throw damaged(`checksum of ${name}`)
    } catch (error) {
      throw asUnreadable(error)
    }
  }

  async bytes(name: string): Promise<Uint8Array> {
    const chunks: Buffer[] = []
    for await (const chunk of this.chunks(name)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  close(): void {
    this.#zip.close()
  }
}
