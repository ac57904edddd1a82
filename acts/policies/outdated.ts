import { ConflictProblem } from '../problem.ts'

/** The preview that was acknowledged is no longer what would happen: another one is under way, or ready to be read. */
export class PreviewOutdated extends ConflictProblem {
  override readonly preview: string

  constructor(preview: string) {
    super('PREVIEW_OUTDATED', {
      path: ['input', 'previewDigest'],
      says: {
        zh: `预览之后，人员资料或已安装的政策又有变化；已按现状重新预览（\`${preview}\`）。`,
        en: `People's files or the installed policies have changed since that preview; a new one, \`${preview}\`, shows what would happen now.`,
      },
      remedy: {
        zh: '请阅读新的预览，再用它的摘要提交。',
        en: 'Read the new preview, then send the request again with its digest.',
      },
    })
    this.preview = preview
  }
}
