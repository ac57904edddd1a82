import type { Parameter } from '../../policy/index.ts'
import { opinions } from './citations.ts'

/** A period the opinions name, from the day they are known. */
const period = <Value extends string>(zh: string, en: string, value: Value) => ({
  title: { zh, en },
  values: [{ from: '2020-05-12', value, cite: opinions() }] as const,
})

export const parameters = {
  'm1-years': period('同一职位任职年限', 'Years in one post', 'P10Y'),
  'm2-years': period('同一内设机构工作年限', 'Years in one internal unit', 'P15Y'),
  'k1-years': period('重要岗位正科级领导职务年限', 'Years as chief of section in a key post', 'P5Y'),
  'k2-years': period('重要岗位正副科级领导职务合计年限', 'Years as deputy and chief of section in a key post', 'P8Y'),
  'k3-years': period('重要岗位副科级领导职务年限', 'Years as deputy chief of section in a key post', 'P8Y'),
  'k4-unit-years': period('重要岗位同一内设机构年限', 'Years in one internal unit with key duties', 'P10Y'),
  'k4-level-years': period('其中副科级领导职务年限', 'Years of them as deputy chief of section', 'P5Y'),
  'x1-left': period('离法定退休年龄不足', 'Time left until statutory retirement', 'P3Y'),
  'key-duties': {
    title: { zh: '重要关键职位的工作', en: 'Work of the key posts' },
    values: [
      {
        from: '2020-05-12',
        value: [
          'discipline_enforcement',
          'supervision',
          'personnel',
          'audit',
          'finance',
          'project_approval',
          'funds_assets',
          'planning_construction',
          'land',
        ],
        cite: opinions(
          '原文以“等工作”收尾，未列者不计。The text ends with “and so on”; what it does not list is not counted.',
        ),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
