import type { DueEntry, DueList } from '../../cli/due-list.ts'

/** A line of the register: a fictitious head of section, bound by one rule. */
export const dueLine = (more: Partial<DueEntry>): DueEntry => ({
  ...{ finding: 'f', authority: '411100', code: 'A1', name: '=1+1', organs: '漯河市财政局', titles: '预算科科长' },
  ...{ rule: 'luohe/m1', catalogueId: 'LH-M1', effect: 'MUST', status: 'ACTIVE', since: '2026-11-22', dueBy: null },
  ...{ statusFrom: '2026-11-22', statusTo: null, exemptions: [], restates: [], waivedBy: [] },
  laws: [{ catalogueId: 'LH-M1', title: '同一职位满十年', source: '《意见》' }],
  ...more,
})
const reason = { catalogueId: 'LH-X4', title: '正在接受审查', source: '《意见》第四条' }
export const dueList: DueList = {
  at: { code: '411100', name: '漯河市' },
  on: '2026-11-22',
  governed: true,
  rostered: true,
  below: false,
  lines: [
    dueLine({}),
    dueLine({ name: '王待定', code: 'A2', status: 'UNDETERMINED' }),
    dueLine({ name: '李暂缓', code: 'A3', status: 'DEFERRED', statusTo: '2027-01-01', waivedBy: [reason] }),
  ],
}
