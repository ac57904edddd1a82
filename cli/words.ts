import type { Effect, FindingStatus, Language } from '../policy/index.ts'

export const statusWords: Readonly<Record<FindingStatus, string>> = {
  ACTIVE: '应办',
  DEFERRED: '暂缓',
  EXEMPT: '免除',
  UNDETERMINED: '待定',
}

export const effectWords: Readonly<Record<Effect, string>> = {
  MUST: '必须',
  SHALL: '应当',
  SHOULD: '一般应当',
  MAY: '可以',
  MUST_NOT: '不得',
  GENERALLY_NOT: '一般不',
  WARN: '提示',
}

export const statusIn = (language: Language, status: FindingStatus): string =>
  language === 'zh' ? statusWords[status] : status.toLowerCase()
