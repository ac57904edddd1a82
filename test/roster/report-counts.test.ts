import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderReport } from '../../acts/roster/report/report.ts'
import { bureau, openOffice, withLine } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
  expect((await office.file(bureau)).problems).toEqual([])
})
afterEach(() => office.close())

const dossier = ['person|kind|on|until|result|handlers|post', 'P1|离任审计|2025-03|2026-03|合格|甲、乙|Z1']
const revised = {
  ...withLine(withLine(bureau, 'people', 2, 'P1|张建军|M|1970-03|civil|||1992-07'), 'states', 2, 'P2|potential|2024||'),
  dossier,
  kin: (bureau.kin ?? []).slice(0, 2),
}

const expected = {
  peopleChanged: 5,
  personalChanged: 1,
  careersChanged: 0,
  statesChanged: 1,
  dossiersChanged: 1,
  kinChanged: 4,
}

test.each([true, false])('a report says of how many people which part changes (only checked: %s)', async (check) => {
  const report = await office.file(revised, { check })
  expect(report.problems).toEqual([])
  expect(report.counts).toMatchObject(expected)
  expect(renderReport(report)).toContain('5 人档案有变化：个人信息 1 人，状态 1 人，考察材料 1 人，亲属关系 4 人。')
  expect(renderReport(report, 'en')).toContain('personal data of 1, states of 1, dossier of 1, kin of 4.')
})
