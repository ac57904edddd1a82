import { beforeAll, describe, expect, test } from 'vitest'
import { checked } from '../../cli/plugin/checks.ts'
import { readSource } from '../../cli/plugin/source.ts'
import { divisions } from '../../db/divisions.ts'
import { templateCounty } from '../../plugins/template-county/plugin.ts'
import {
  type Case,
  type Conflict,
  caseStory,
  certify,
  compile,
  dayText,
  type Finding,
  type Installation,
  mutationTest,
  type PluginDocument,
  storySetting,
} from '../../policy/index.ts'
import { conflictsInCase } from '../../policy/judge/pair/pairs-of-case.ts'
import { diceOf } from '../oracle/random.ts'
import { randomStory } from './county-stories.ts'

const seed = Number(process.env.COUNTY_SEED ?? Math.floor(Math.random() * 2 ** 31))
const stories = 1_500
const county = '330723'

/*
 * A county’s measures on rotation, written by somebody who had only the author’s guide and the kit before them, from the
 * same text as plugins/template-county. Two readings of one text by two hands must judge everybody alike.
 */
describe(`measures written with nothing but the guide, seed ${seed}`, () => {
  let written: PluginDocument
  beforeAll(async () => {
    console.info(`COUNTY_SEED=${seed}`)
    const { document } = await readSource('test/docs/county-measures')
    const { plugin, problems, certificate } = await checked(document, { at: county })
    expect(problems).toEqual([])
    expect(certificate?.items.filter(({ holds }) => !holds)).toEqual([])
    if (plugin === null) throw new Error('A document without problems is a document.')
    written = plugin
  })

  test('may stand below the nation, and its cases notice every small change', () => {
    expect(certify(written, county, [], divisions).conforms).toBe(true)
    expect(written.cases.length).toBeGreaterThan(50)
    expect(mutationTest(written).unnoticed).toEqual([])
  })

  test.each([
    ['five years and a day', (text: string) => text.replace('"P5Y"', '"P5Y1D"')],
    ['one team as one leader', (text: string) => text.replace('"leaderScope":"person"', '"leaderScope":"team"')],
    ['no near affinity', (text: string) => text.replace(',"NEAR_AFFINITY"', '')],
    ['secretaries not meant', (text: string) => text.replaceAll('["chief","party_secretary"]', '["chief"]')],
    ['two years’ notice', (text: string) => text.replace('"P3Y"', '"P2Y"')],
  ])('a reading of %s would be told apart', (_, misread) => {
    const text = JSON.stringify(written)
    const wrong: PluginDocument = JSON.parse(misread(text))
    expect(JSON.stringify(wrong)).not.toBe(text)
    const [dice, hands] = [diceOf(1), [benchOf(wrong), benchOf(templateCounty)] as const]
    const differs = (story: Case) => hands[0](story).says.join() !== hands[1](story).says.join()
    expect(Array.from({ length: 300 }, () => randomStory(dice)).some(differs)).toBe(true)
  })

  test('say of everybody and of every two what the measures of the product say', { timeout: 120_000 }, () => {
    const dice = diceOf(seed)
    const seen = new Map<string, number>()
    let people = 0
    const hands = [benchOf(written), benchOf(templateCounty)] as const
    for (let i = 0; i < stories; i += 1) {
      const story = randomStory(dice)
      const [theirs, ours] = [hands[0](story), hands[1](story)]
      expect({ COUNTY_SEED: seed, story, says: theirs.says }).toEqual({ COUNTY_SEED: seed, story, says: ours.says })
      people += theirs.people
      for (const line of theirs.says) {
        const [rule = '', , status = ''] = line.split('　')
        for (const word of [rule, status]) seen.set(word, (seen.get(word) ?? 0) + 1)
      }
    }
    expect(people).toBeGreaterThan(2_000)
    for (const word of ['xx-1a', 'xx-1b', 'xx-2', 'xx-3', 'xx-4', 'ACTIVE', 'UNDETERMINED'])
      expect([word, (seen.get(word) ?? 0) >= 20]).toEqual([word, true])
  })
})

const benchOf = (plugin: PluginDocument) => {
  const installation: Installation = {
    plugin,
    digest: '',
    jurisdiction: county,
    effectiveFrom: '1900-01-01',
    effectiveTo: null,
  }
  return (story: Case) => {
    const people = [...caseStory(story, county).people.values()]
    const judge = compile([installation], storySetting(story, divisions))
    const said = [
      ...people.flatMap((person) => judge.findings(person)),
      ...conflictsInCase(story, installation, divisions, county),
    ]
    return { people: people.length, says: said.flatMap(linesOf).toSorted() }
  }
}

/** What is said of one subject on one run of days, without the names the two documents give themselves. */
const linesOf = (one: Finding | Conflict): readonly string[] => {
  const whom =
    'sides' in one
      ? `${one.sides.map(({ person, post }) => `${person} ${post}`).join()} ${one.relation} ${one.kin.pattern}`
      : `${one.person} ${one.key.join()}`
  return one.spans.map(({ from, to, status, since, dueBy }) =>
    [one.rule.replace(/^.*\//, ''), one.effect, status, whom, ...[from, to, since, dueBy].map(dayOrNone)].join('　'),
  )
}

const dayOrNone = (day: number | null): string =>
  day === null ? '—' : Number.isFinite(day) ? dayText(day) : String(day)
