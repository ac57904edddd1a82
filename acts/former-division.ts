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

/** Says what a code of today meant before it was given to another place. */
export const reusedSays = ({ code, name, goneBy }: FormerDivision): Bilingual => {
  const [today, until] = [nameOf(code), goneBy.slice(0, 4)]
  return {
    zh: `\`${code}\`现为${today}，${until}年以前为${name}。`,
    en: `\`${code}\` is ${today} today; until ${until} it was ${name}.`,
  }
}

/** What to write where the place of before is meant. */
export const reusedRemedy = ({ name, liesIn, successor }: FormerDivision): Bilingual => {
  const today = `\`${liesIn}\` ${nameOf(liesIn)}`
  return successor === null
    ? { zh: `如指${name}，请用${today}或其中现行的代码。`, en: `If ${name} is meant, use ${today} or a code in it.` }
    : { zh: `如指${name}，请用${today}。`, en: `If ${name} is meant, use ${today}.` }
}

/** Its name beside that of today: 惠阳市（今惠阳区）. */
export const formerName = ({ name, successor, liesIn }: FormerDivision): string => {
  const today = nameOf(liesIn)
  if (name === today) return name
  return successor === null ? `${name}（今属${today}）` : `${name}（今${today}）`
}
