import { UploadProblem } from '../../problem.ts'
import type { Complaint } from '../problem.ts'

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MiB`

const sendAgain = { zh: '请重新上传整个文件。', en: 'Send the whole file again.' }

export const emptyUpload = (): UploadProblem =>
  new UploadProblem(
    'UPLOAD_EMPTY',
    { zh: '上传的内容为空，未保存。', en: 'The body is empty; nothing was kept.' },
    { zh: '请以文件内容作为请求正文。', en: 'Send the file itself as the body of the request.' },
  )

export const uploadTooLarge = (most: number): UploadProblem =>
  new UploadProblem(
    'UPLOAD_TOO_LARGE',
    {
      zh: `上传的文件超过 ${mebibytes(most)}，未保存。`,
      en: `The file is larger than ${mebibytes(most)}; nothing was kept.`,
    },
    { zh: '请按辖区分成几份名册，分别上传。', en: 'Split the roster by jurisdiction and send the parts one by one.' },
  )

export const fewerBytes = (declared: number, came: number): UploadProblem =>
  new UploadProblem(
    'UPLOAD_CUT_SHORT',
    {
      zh: `应收到 ${declared} 字节，只收到 ${came} 字节，未保存。`,
      en: `${declared} bytes were announced and ${came} came; nothing was kept.`,
    },
    sendAgain,
  )

export const brokenOff = (): UploadProblem =>
  new UploadProblem(
    'UPLOAD_CUT_SHORT',
    { zh: '上传中断，未保存。', en: 'The upload broke off; nothing was kept.' },
    sendAgain,
  )

/** An archive says at its end what it holds: this one has no end. */
export const noEnd = (): UploadProblem =>
  new UploadProblem(
    'UPLOAD_CUT_SHORT',
    { zh: '文件不完整，缺少结尾部分，未保存。', en: 'The file is not whole: its end is missing; nothing was kept.' },
    {
      zh: '请确认本机文件能够打开，再重新上传整个文件。',
      en: 'Make sure that the file opens on your machine, and send the whole of it again.',
    },
  )

export const noRoster = (looksLike: { readonly zh: string; readonly en: string }): UploadProblem =>
  new UploadProblem(
    'UPLOAD_NO_ROSTER',
    {
      zh: `${looksLike.zh}，不是 .xlsx 工作簿，也不是装有 CSV 文件的 .zip，未保存。`,
      en: `${looksLike.en}: neither an .xlsx workbook nor a .zip of CSV files; nothing was kept.`,
    },
    {
      zh: '请另存为“Excel 工作簿 (.xlsx)”，或把 people.csv、posts.csv 等文件压缩成一个 .zip 再上传。',
      en: 'Save it as “Excel Workbook (.xlsx)”, or pack people.csv, posts.csv and so on into one .zip, and send that.',
    },
  )

export const unreadable = ({ reason, remedy }: Complaint): UploadProblem =>
  new UploadProblem('UPLOAD_UNREADABLE', reason, remedy)
