import { isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { person } from '../../db/tables/person.ts'
import { bureau, type Lines, openOffice, told } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
  expect((await office.file({ ...bureau, people: [...(bureau.people ?? []), ...elders], kin: [] })).problems).toEqual(
    [],
  )
})
afterEach(() => office.close())

const elders = ['G1|甲|M|?||||', 'G2|乙|M|?||||', 'G3|丙|F|?||||', 'G4|丁|M|?||||']
const head = 'person|relation|relative|relative_name|from|to|ended_by'

/** Ties filed by themselves: whoever has no row here keeps what is on file. */
const ties = (...lines: readonly string[]): Lines => ({ kin: [head, ...lines] })

const refused = async (roster: Lines) => {
  const { problems } = await office.file(roster)
  return problems.map((problem) => [told(problem).row, problem.code, `${problem.reason.en} ${problem.remedy.en}`])
}

const taken = async (roster: Lines) => expect((await office.file(roster)).problems).toEqual([])

describe('a tie that contradicts what is on file', () => {
  test('closes a circle of parents over what other people declared before', async () => {
    await taken(ties('G1|父亲|G2||||', 'G3|子女|G2||||'))
    expect(await refused(ties('G4|父亲|G1||||', 'G4|子女|G3||||'))).toEqual([
      [2, 'KIN_CYCLE', expect.stringContaining('`G4` → `G1` → `G2` → `G3` → `G4`')],
      [3, 'KIN_CYCLE', expect.stringContaining('`G3` → `G4` → `G1` → `G2` → `G3`')],
    ])
  })

  test('is none when the file replaces what stood in the way', async () => {
    await taken(ties('G1|父亲|G2||||'))
    await taken(ties('G1|配偶|G3||||', 'G2|父亲|G1||||'))
  })

  test('marries someone who is married on file', async () => {
    await taken(ties('G1|配偶|G3||2001-05-01||'))
    expect(await refused(ties('G4|妻|G3||2010-01-01||'))).toEqual([
      [2, 'TWO_SPOUSES', expect.stringContaining('`G3` is married to `G1`')],
    ])
    await taken(ties('G1|配偶|G3||2001-05-01|2010-01-01|离婚'))
    await taken(ties('G4|妻|G3||2010-01-01||'))
  })

  test('gives a third parent to someone whose parents others declared', async () => {
    await taken(ties('G1|子女|P3||||', 'G3|子女|P3||||'))
    expect(await refused(ties('P3|父亲||王某某|||'))).toEqual([
      [2, 'THIRD_BIRTH_PARENT', expect.stringContaining('`G1`, `G3`')],
    ])
  })

  test('is none where another office wrote the name alone of whoever declares with a code now', async () => {
    await taken(ties('G1|配偶||丙|||', 'P3|父亲||甲|||'))
    await taken(ties('G3|配偶|G1||||', 'G1|儿子|P3||||'))
    expect(await refused(ties('G4|妻|G3||||'))).toMatchObject([[2, 'TWO_SPOUSES', expect.anything()]])
    expect(await refused(ties('G2|儿子|P3||||'))).toMatchObject([
      [2, 'TWO_BIRTH_PARENTS_OF_ONE_SEX', expect.anything()],
    ])
  })

  test('of another office stays as that office declared it, and the two are not forced to agree', async () => {
    await taken(ties('G1|配偶|G3||2001-05-01||'))
    await taken(ties('G3|配偶|G1||2001-06-01||'))
  })
})

describe('people known only by name', () => {
  test('are the same at the next import, which changes nothing', async () => {
    const roster = ties('P1|堂兄||张建军|||', 'P1|父亲||张老|||')
    const first = await office.file(roster)
    expect([first.problems, first.counts.kinChanged]).toEqual([[], 3])
    const again = await office.file(roster)
    expect([again.problems, again.counts.kinChanged, again.counts.peopleChanged]).toEqual([[], 0, 0])
  })

  test('are men or women where the word says so, whatever the heading is called', async () => {
    const heading = '人员编号|亲属关系|亲属姓名'
    await taken({ kin: [heading, 'P1|父亲|张老', 'P1|姨妈|周某', 'P1|子女|张小'] })
    const named = await office.query((tx) => tx.select().from(person).where(isNull(person.code)).orderBy(person.sex))
    expect(named.map(({ name, sex }) => [name, sex])).toEqual([
      ['周某', 'F'],
      ['张老', 'M'],
      ['张小', null],
    ])
    expect(await refused({ kin: [heading, 'P2|岳父|李老'] })).toMatchObject([
      [2, 'WRONG_SEX_FOR_RELATION', expect.anything()],
    ])
  })

  test('may be declared without proof, and the report says whose ties a correction changes', async () => {
    const withProof = (verified: string): Lines => ({
      kin: [
        'person|relation|relative_name|verified|source',
        `P1|堂兄|张建军|${verified}|本人申报`,
        'P3|表弟|刘明|yes|',
      ],
    })
    await taken(withProof('no'))
    const { counts } = await office.file(withProof('yes'))
    expect([counts.kinChanged, counts.peopleChanged]).toEqual([2, 2])
  })
})
