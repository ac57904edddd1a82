import { factClasses } from '../../../facts/fact-class.ts'
import { unusedClasses } from '../../../law/reads.ts'
import type { Notice } from '../certificate.ts'
import type { LowerDocument } from '../lower-document.ts'

/** Classes of facts that a document asks for and no rule of it reads: whoever installs it would show it more than it needs. */
export const unusedClassNotices = ({ plugin }: LowerDocument): readonly Notice[] =>
  unusedClasses(plugin).map((unused) => ({
    code: 'UNUSED_CLASS',
    path: ['reads', String((plugin.reads ?? []).indexOf(unused))],
    says: {
      zh: `声明读取“${factClasses[unused]}”（${unused}），但没有一条规则用到；建议删去。`,
      en: `It declares that it reads \`${unused}\`, and no rule of it does; better leave it out.`,
    },
  }))
