import type { FormerDivision } from '../db/division-history.ts'
import { divisionOf } from '../db/divisions.ts'
import type { Bilingual } from '../policy/index.ts'

const nameOf = (code: string): string => divisionOf(code)?.name ?? code

/** When it vanished, as far as the published lists tell: the year, or between which months. */
const removed = ({ listedIn, goneBy }: FormerDivision): Bilingual => {
  const [year = '', month] = listedIn.split('-')
  const first = month === '12' ? `${Number(year) + 1}` : year
  return goneBy.startsWith(first)
    ? { zh: `已于${first}年撤销`, en: `was removed in ${first}` }
    : { zh: `已在${listedIn}至${goneBy}间撤销`, en: `was removed between ${listedIn} and ${goneBy}` }
}

/** Says that a code is no longer in use where only a present one will do. */
export const formerSays = (former: FormerDivision): Bilingual => {
  const { zh, en } = removed(former)
  return { zh: `\`${former.code}\` ${former.name}${zh}。`, en: `\`${former.code}\` ${former.name} ${en}.` }
}

/** Which code to use instead, or where to look for it. */
export const formerRemedy = ({ successor, liesIn }: FormerDivision): Bilingual => {
  const [code, name] = [`\`${liesIn}\``, nameOf(liesIn)]
  return successor === null
    ? {
        zh: `该地现属${code} ${name}，请用其中现行的代码。`,
        en: `It lies in ${code} ${name} today: use a present code there.`,
      }
    : { zh: `请用${code} ${name}。`, en: `Use ${code} ${name}.` }
}

/** Its name beside that of today: 惠阳市（今惠阳区）. */
export const formerName = ({ name, successor, liesIn }: FormerDivision): string => {
  const today = nameOf(liesIn)
  if (name === today) return name
  return successor === null ? `${name}（今属${today}）` : `${name}（今${today}）`
}
