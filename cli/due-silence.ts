import type { DueList } from './due-list.ts'
import { noPolicy } from './governing.ts'

/** Why an empty register does not mean that nobody is due; `null` when it does, or is not empty. */
export const silenceOf = ({ at, on, rostered, governed, below }: DueList): string | null => {
  const where = `${at.name}（${at.code}）${on}`
  if (!rostered)
    return `${where}：${below ? '本级及以下' : '本级'}尚无名册，故不作认定；这不等于无人应办。请先用 cadre import 导入。`
  return governed ? null : `${where}：${noPolicy.zh}`
}
