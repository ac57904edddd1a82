import { describe, expect, it } from 'vitest'
import {
  comparer,
  compile,
  type Horizon,
  type Installation,
  installedWith,
  type Standing,
} from '../../../policy/index.ts'
import { blurred } from '../../oracle/blur.ts'
import { dayOfText, textOfDay } from '../../oracle/calendar.ts'
import { randomPerson } from '../../oracle/careers.ts'
import { randomSetting } from '../../oracle/country.ts'
import { randomLaw } from '../../oracle/lawbook.ts'
import { type Dice, diceOf } from '../../oracle/random.ts'
import { slowLines } from '../../support/slow-changes.ts'

const seed = Number(process.env.PREVIEW_SEED ?? Math.floor(Math.random() * 2 ** 31))
const worlds = 300
const peopleEach = 12

/** Another law in which one document gives way to one that someone else wrote for the same place. */
const changedLaw = (dice: Dice, before: readonly Installation[]): readonly Installation[] => {
  const others = randomLaw(dice).filter(({ jurisdiction }) => before.some((each) => each.jurisdiction === jurisdiction))
  const next = others.length === 0 ? dice.pick(before) : dice.pick(others)
  const effectiveFrom = textOfDay(dayOfText('2012-01-01') + dice.int(0, 6_000))
  const former = before.filter(({ jurisdiction }) => jurisdiction === next.jurisdiction)
  const plugin =
    former.length > 0 && dice.chance(0.7) ? { ...next.plugin, id: dice.pick(former).plugin.id } : next.plugin
  return installedWith(before, { ...next, plugin, digest: `${next.digest} next`, effectiveFrom })
}

const randomHorizon = (dice: Dice): Horizon => {
  const from = dayOfText('2014-01-01') + dice.int(0, 5_000)
  return { from, to: from + dice.int(300, 1_500) }
}

const told = (standing: Standing | null) =>
  standing === null
    ? 'none'
    : `${standing.status} ${standing.effect} ${standing.since} ${standing.from} ${standing.dueBy}`

describe(`random countries, seed ${seed}`, () => {
  it(`a preview of any change of the law says the difference of two full judgements, in ${worlds} worlds`, () => {
    let [changes, worldsChanged] = [0, 0]
    for (let world = 0; world < worlds; world += 1) {
      const dice = diceOf(seed + world)
      const [before, setting, horizon] = [randomLaw(dice), randomSetting(dice), randomHorizon(dice)]
      const after = changedLaw(dice, before)
      const [old, fresh] = [compile(before, setting), compile(after, setting)]
      const compare = comparer({ before, after }, setting, horizon)
      const same = comparer({ before, after: before }, setting, horizon)
      let here = 0
      for (let i = 0; i < peopleEach; i += 1) {
        const person = blurred(dice, randomPerson(dice), dice.pick([0, 0, 1, 2]))
        const found = compare(person).map((c) => [c.person, c.rule, c.kind, told(c.before), told(c.after)].join(' | '))
        const slow = slowLines(old.findings(person), fresh.findings(person), horizon)
        expect(found.sort(), `PREVIEW_SEED=${seed}, world ${world}, person ${i}`).toEqual(slow)
        expect(same(person)).toEqual([])
        here += slow.length
      }
      changes += here
      worldsChanged += here > 0 ? 1 : 0
    }
    expect(changes).toBeGreaterThan(worlds / 4)
    expect(worldsChanged).toBeGreaterThan(worlds / 20)
  })
})
