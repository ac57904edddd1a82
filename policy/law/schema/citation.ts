import { z } from 'zod'
import { bilingual, dayText, doc, name, text } from './words.ts'

/** Where a rule or value stands in the law, as the document writes it. */
export const citation = z
  .strictObject({
    instrument: doc(name, 'instruments 中文件的编号', 'Id of an instrument of this document'),
    article: doc(
      text.nullable(),
      '条款，如 第六条；原文无条号写 null',
      'Article as the text numbers it; null where it has none',
    ),
    verified: doc(
      z.boolean(),
      '是否有人与官方文本核对过',
      'True only once a person compared it with the official text',
    ),
    note: doc(
      text.exactOptional(),
      '采取的理解、日期的来由等',
      'The reading taken where the text is ambiguous; where a day comes from',
    ),
  })
  .meta({ id: 'citation', description: '出处：文件、条款、是否核对。Where it stands in the law.' })

const until = doc(dayText.exactOptional(), '废止或失效之日', 'First day it is no longer in force')

/** From when an instrument, or a rule of its own day, is law. */
export const inForce = z
  .union([
    z.strictObject({ from: doc(dayText, '施行之日', 'First day in force'), to: until }),
    z.strictObject({
      knownBy: doc(dayText, '原文未写施行日：至迟此日已存在', 'The text gives no day: known to exist by this one'),
      to: until,
    }),
  ])
  .meta({ id: 'inForce' })

export const instrument = z
  .strictObject({
    id: doc(name, '编号，供出处引用', 'Id that citations name'),
    title: doc(bilingual, '文件名称', 'Title of the instrument'),
    issuer: doc(bilingual, '制定机关', 'Who issued it'),
    issuedOn: doc(dayText.exactOptional(), '印发之日', 'Day it was issued'),
    inForce: doc(inForce, '施行日期', 'When it is in force'),
  })
  .meta({ id: 'instrument', description: '规则所出自的文件。The document rules come from.' })
