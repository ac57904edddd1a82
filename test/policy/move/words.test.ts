import { describe, expect, test } from 'vitest'
import { type Condition, renderRule } from '../../../policy/index.ts'
import { placementBar, teamRule, togetherBar } from '../../support/bars.ts'
import { measures } from '../../support/example-policy.ts'

const written = (rule: ReturnType<typeof placementBar | typeof togetherBar | typeof teamRule>) => {
  const document = measures([rule])
  return [renderRule(rule, document, 'zh'), renderRule(rule, document, 'en')]
}

describe('rules about moves and teams as sentences', () => {
  const cases: readonly (readonly [name: string, zh: string, en: string, rule: Parameters<typeof written>[0]])[] = [
    [
      'a chief from elsewhere',
      '拟任县级党委书记，且拟任职地为本人出生地、成长地的，不得作此任免。',
      'Where taking a post (at county level, party secretary) and the post taken lies in the person’s place of birth, growth: the move must not be made.',
      placementBar({
        all: [
          { takes: { seat: ['party_secretary'], place: ['county'] } },
          { native: { place: 'takes', basis: ['birth', 'growth'] } },
        ],
      }),
    ],
    [
      'no promotion under a sanction',
      '职务层次上升，且在处分影响期内的，一般不作此任免。',
      'Where the level rises and within the influence of sanction: the move should in general not be made.',
      placementBar(
        { all: [{ rises: {} }, { state: { kind: 'sanction', influence: { warning: 'P6M' } } }] },
        { effect: 'GENERALLY_NOT' },
      ),
    ],
    [
      'promotion to elsewhere',
      '职务层次上升，且并非（跨任职地任职）的，应予提示。',
      'Where the level rises and not (moving to another place): to be pointed out.',
      placementBar({ all: [{ rises: {} }, { not: { crosses: { dim: 'place' } } }] }, { effect: 'WARN' }),
    ],
    [
      'two terms in one post',
      '任拟任的同一职务连续满2届（一届任满3年即计）的，不得作此任免。',
      'Where 2 consecutive terms (the same post as the one taken; a term counts from 3 years): the move must not be made.',
      placementBar({ terms: { where: { same: { dim: 'post', as: 'takes' } }, atLeast: 2, countsFrom: 'P3Y' } }),
    ],
    [
      'fifteen years at one level',
      '任与拟任职务同一职务层次的领导职务累计满15年的，不得作此任免。',
      'Where 15 years in sum (the same level as the post taken, leading post): the move must not be made.',
      placementBar({
        accumulated: { where: { leading: true, same: { dim: 'level', as: 'takes' } }, atLeast: 'P15Y' },
      }),
    ],
    [
      'chief and deputy',
      '拟离任的两个职位在同一内设机构分别任同一单位的正职和副职的，一般不同时变动。',
      'Where of the two posts left, they are chief and deputy of one unit within one internal unit: the moves should in general not be made together.',
      togetherBar({ posts: { relation: 'chiefAndDeputy', scope: 'sameInternalUnit' } }),
    ],
    [
      'a third leaving',
      '班子成员中“按方案离任”的超过三分之一的，应予提示。',
      'Where more than 1/3 of the members with “leaving by the plan”: to be pointed out.',
      togetherBar({ not: { share: { who: { departs: {} }, atMost: '1/3' } } }, { effect: 'WARN' }),
    ],
    [
      'a third of natives',
      '县级党委、政府领导班子（同一地方合并计算）必须：班子成员中“班子所在地为本人出生地、成长地”的不少于三分之一。',
      'Leading teams (party committee, government) at county level (counted together in each place) must: at least 1/3 of the members with “the team’s place is the member’s place of birth, growth”.',
      teamRule(
        { share: { who: { native: { place: 'team', basis: ['birth', 'growth'] } }, atLeast: '1/3' } },
        { groupBy: 'place' },
      ),
    ],
    [
      'a woman and a number of seats',
      '县级党委、政府领导班子一般应当：班子成员中“性别为F”的不少于1名，且班子职数中“现任领导职务”的不超过三分之二。',
      'Leading teams (party committee, government) at county level should: at least 1 of the members with “sex F” and at most 2/3 of the seats with “now in: leading post”.',
      teamRule(
        {
          all: [
            { count: { who: { person: { sex: { in: ['F'] } } }, atLeast: 1 } },
            { share: { who: { held: { leading: true } }, atMost: '2/3', over: 'seats' } },
          ],
        } satisfies Condition,
        {},
        { effect: 'SHOULD' },
      ),
    ],
  ]

  test.each(cases)('%s', (_, zh, en, rule) => {
    expect(written(rule)).toEqual([zh, en])
  })
})
