import { type PersonnelRow, personnelOf } from '../db/queries/people.ts'
import type { Seen } from './as-of.ts'
import { builder } from './builder.ts'
import { Category } from './enums.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOrNull } from './jurisdiction-loader.ts'
import { rowLoader } from './row-loader.ts'

export const personnelLoader = rowLoader('byRecord', (tx, refs, { knownAt }) => personnelOf(tx, refs, knownAt))

export const Personnel = builder.objectRef<PersonnelRow & Seen>('Personnel')

Personnel.implement({
  description: 'What the file says of a person beside the career; null wherever it says nothing. 基本情况。',
  fields: (t) => ({
    birth: t.expose('birth', { type: 'StatedDay', nullable: true, description: 'Birth. 出生年月。' }),
    died: t.expose('died', { type: 'StatedDay', nullable: true, description: 'Death. 去世日期。' }),
    ethnicity: t.exposeString('ethnicity', { nullable: true, description: 'Code of GB/T 3304. 民族。' }),
    category: t.expose('category', { type: Category, nullable: true, description: 'Personnel category. 人员类别。' }),
    retirementLimit: t.exposeString('retirementLimit', {
      nullable: true,
      description: 'Age limit in force before the 2024 reform, where the file states it. 改革前任职年龄界限。',
    }),
    workStart: t.expose('workStart', {
      type: 'StatedDay',
      nullable: true,
      description: 'Began to work. 参加工作时间。',
    }),
    education: t.exposeString('education', { nullable: true, description: 'Education. 学历。' }),
    degree: t.exposeString('degree', { nullable: true, description: 'Degree. 学位。' }),
    party: t.exposeString('party', { nullable: true, description: 'Party. 政治面貌。' }),
    nativePlace: t.field({
      type: Jurisdiction,
      nullable: true,
      description: 'Native place. 籍贯。',
      resolve: (file, _args, context) => jurisdictionOrNull(context, file.nativePlace, file.at),
    }),
    birthPlace: t.field({
      type: Jurisdiction,
      nullable: true,
      description: 'Place of birth. 出生地。',
      resolve: (file, _args, context) => jurisdictionOrNull(context, file.birthPlace, file.at),
    }),
    growthPlaces: t.field({
      type: [Jurisdiction],
      description: 'Where they grew up. 成长地。',
      resolve: async (file, _args, context) => {
        const places = await Promise.all(file.growthPlaces.map((code) => jurisdictionOrNull(context, code, file.at)))
        return places.filter((place) => place !== null)
      },
    }),
  }),
})
