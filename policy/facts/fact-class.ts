/**
 * Classes of facts beyond the career itself. A document declares which of them its rules read, and can read no other: who
 * installs it sees what it asks about people.
 */
export const factClasses = {
  personnel: '人事档案',
  family: '亲属关系',
  discipline: '纪律处分',
  health: '健康状况',
} as const
export type FactClass = keyof typeof factClasses
