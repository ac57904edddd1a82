import { mostPackageBytes } from '../../policy/index.ts'
import { UploadProblem } from '../problem.ts'
import { unbroken } from '../roster/upload/unbroken.ts'
import { emptyUpload, fewerBytes } from '../roster/upload/upload-problem.ts'

export interface PackageBody {
  readonly body: AsyncIterable<Uint8Array>
  /** How many bytes were announced. */
  readonly length: number | null
  /** What the sender says the body is; null when they do not say. */
  readonly type: string | null
  /** How the sender says it is packed. */
  readonly encoding: string | null
}

const json = /^application\/json\s*(?:;|$)/i

/** The bytes of a package as they arrive, never more than a package may have: refused when they are too many, too few, or not JSON. */
export const receivePackage = async ({ body, length, type, encoding }: PackageBody): Promise<Uint8Array> => {
  if (type !== null && !json.test(type)) throw notJson(type)
  if (encoding !== null && encoding.toLowerCase() !== 'identity') throw notPlain(encoding)
  if (length !== null && length > mostPackageBytes) throw tooLarge()
  const pieces: Uint8Array[] = []
  let came = 0
  for await (const piece of unbroken(body)) {
    came += piece.length
    if (came > mostPackageBytes) throw tooLarge()
    pieces.push(piece)
  }
  if (came === 0) throw emptyUpload()
  if (length !== null && came !== length) throw fewerBytes(length, came)
  return Buffer.concat(pieces)
}

const tooLarge = () =>
  new UploadProblem(
    'UPLOAD_TOO_LARGE',
    { zh: '政策包超过 1 MiB，未保存。', en: 'The package is larger than 1 MiB; nothing was kept.' },
    {
      zh: '精简案例与条文说明，或把不同的办法分成几个插件。',
      en: 'Shorten cases and texts, or divide it into several plugins.',
    },
  )

const notJson = (type: string) =>
  new UploadProblem(
    'UPLOAD_NO_PACKAGE',
    {
      zh: `内容类型为\`${type}\`，不是 JSON，未保存。`,
      en: `The body is \`${type}\`, not JSON; nothing was kept.`,
    },
    { zh: '请以 application/json 发送政策包本身。', en: 'Send the package itself as application/json.' },
  )

const notPlain = (encoding: string) =>
  new UploadProblem(
    'UPLOAD_NO_PACKAGE',
    {
      zh: `内容以\`${encoding}\`压缩，未保存。`,
      en: `The body is packed as \`${encoding}\`; nothing was kept.`,
    },
    { zh: '请不压缩，直接发送政策包。', en: 'Send the package as it is, not compressed.' },
  )
