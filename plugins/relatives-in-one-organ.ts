import type { CareerLine, Case, CaseTie, Duty, Expectation } from '../policy/index.ts'

/*
 * The stories that article 74 of the Civil Servant Law and the local texts that say it again are tried with. Each plugin still
 * judges them under its own rules and its own days.
 */

const clerk = (post: string, more: Partial<CareerLine> = {}): CareerLine => ({
  post,
  category: 'civil',
  from: '2021-01-01',
  ...more,
})
const head = (post: string, more: Partial<CareerLine> = {}): CareerLine =>
  clerk(post, { leading: true, seats: ['chief'], level: 'section_chief', ...more })

export const siblings: readonly CaseTie[] = [{ of: 'self', relative: '乙', relation: '哥哥' }]

/** Mother of the mother and so on: ties told one by one, through people who hold no post. */
const ties = (...steps: readonly (readonly [of: string, relative: string, relation: string])[]): readonly CaseTie[] =>
  steps.map(([of, relative, relation]) => ({ of, relative, relation }))

/** One way for each of the four classes, and the ways at their edges. */
export const families = {
  spouses: ties(['self', '乙', 'spouse']),
  grandfather: ties(['self', '母', 'parent'], ['母', '乙', 'parent']),
  halfSiblings: ties(['self', '母', 'parent'], ['乙', '母', 'parent']),
  cousins: ties(
    ['self', '母', 'parent'],
    ['母', '外祖父', 'parent'],
    ['舅', '外祖父', 'parent'],
    ['乙', '舅', 'parent'],
  ),
  cousinsHusband: ties(
    ['self', '母', 'parent'],
    ['母', '外祖父', 'parent'],
    ['舅', '外祖父', 'parent'],
    ['表姐', '舅', 'parent'],
    ['表姐', '乙', 'spouse'],
  ),
  wifesCousin: ties(
    ['self', '妻', 'spouse'],
    ['妻', '母', 'parent'],
    ['母', '外祖父', 'parent'],
    ['舅', '外祖父', 'parent'],
    ['乙', '舅', 'parent'],
  ),
  wifesCousinsWife: ties(
    ['self', '妻', 'spouse'],
    ['妻', '母', 'parent'],
    ['母', '外祖父', 'parent'],
    ['舅', '外祖父', 'parent'],
    ['表弟', '舅', 'parent'],
    ['表弟', '乙', 'spouse'],
  ),
  wifesBrothersWife: ties(
    ['self', '妻', 'spouse'],
    ['妻', '母', 'parent'],
    ['兄', '母', 'parent'],
    ['兄', '乙', 'spouse'],
  ),
  coParents: ties(['self', '子', 'child'], ['子', '媳', 'spouse'], ['媳', '乙', 'parent']),
  greatUncle: ties(
    ['self', '父', 'parent'],
    ['父', '祖父', 'parent'],
    ['祖父', '曾祖父', 'parent'],
    ['乙', '曾祖父', 'parent'],
  ),
} satisfies Readonly<Record<string, readonly CaseTie[]>>

interface Asked {
  readonly on: Case['on']
  readonly place: string
  readonly expect: (says: Expectation) => Case['expect']
}

/** Two clerks of one section, who answer to its chief. */
const underOneChief = (
  { on, place, expect }: Asked,
  name: string,
  kin: readonly CaseTie[],
  says: Expectation,
): Case => ({
  name,
  on,
  career: [clerk('甲科科员', { place })],
  others: { 乙: { career: [clerk('甲科一级科员', { place })] }, 科长: { career: [head('甲科科长', { place })] } },
  kin,
  expect: expect(says),
})

/** Who is meant: a relative of each class under one leader, and those just outside. */
export const kinCases = (asked: Asked): readonly Case[] => [
  underOneChief(asked, 'Husband and wife under one section chief (夫妻)', families.spouses, 'binds'),
  underOneChief(asked, 'A grandfather and his grandson (直系血亲)', families.grandfather, 'binds'),
  underOneChief(asked, 'Half-siblings: one shared parent is enough', families.halfSiblings, 'binds'),
  underOneChief(asked, 'First cousins (三代以内旁系血亲)', families.cousins, 'binds'),
  underOneChief(asked, 'A cousin’s husband (近姻亲)', families.cousinsHusband, 'binds'),
  underOneChief(asked, 'A wife’s cousin: on whose list the husband stands', families.wifesCousin, 'binds'),
  underOneChief(asked, 'A wife’s brother’s wife (妯娌、连襟)', families.wifesBrothersWife, 'binds'),
  underOneChief(asked, 'Parents of husband and wife (亲家)', families.coParents, 'binds'),
  underOneChief(asked, 'The wife of a wife’s cousin stands on neither list', families.wifesCousinsWife, 'passes'),
  underOneChief(asked, 'A great-uncle is of the fourth generation', families.greatUncle, 'passes'),
  underOneChief(asked, 'Two people who are no kin', [], 'passes'),
  underOneChief(
    asked,
    'A tie nobody has verified leaves it undetermined',
    families.spouses.map((tie) => ({ ...tie, verified: false })),
    'undetermined',
  ),
  underOneChief(
    asked,
    'A marriage ended by divorce parts nobody',
    families.spouses.map((tie) => ({ ...tie, from: '2010-01-01', to: '2020-01-01', endedBy: 'divorce' as const })),
    'passes',
  ),
]

/** In which posts they are meant, told of a brother and sister. */
export const postCases = (asked: Asked, duties: readonly Duty[]): readonly Case[] => {
  const { on, place, expect } = asked
  const two = (
    name: string,
    mine: CareerLine,
    theirs: CareerLine,
    says: Expectation,
    more: Partial<Case> = {},
  ): Case => ({
    name,
    on,
    career: [{ ...mine, place }],
    others: { 乙: { career: [{ ...theirs, place }] } },
    kin: siblings,
    ...more,
    expect: expect(says),
  })
  const apart = { chart: { posts: { 甲局局长: { reportsTo: '县长' }, 乙科科长: { reportsTo: '副局长' } } } }
  const bureau = head('甲局局长', { internalUnit: null })
  const other = (post: string, more: Partial<CareerLine> = {}) => clerk(post, { internalUnit: '乙科', ...more })
  return [
    two('A section chief and a clerk of his section (直接上下级)', head('甲科科长'), clerk('甲科科员'), 'binds'),
    ...(['probation', 'concurrent', 'acting'] as const).map((capacity) =>
      two(`A section chief who serves as ${capacity}`, head('甲科科长', { capacity }), clerk('甲科科员'), 'binds'),
    ),
    ...(['secondment', 'loan'] as const).map((capacity) =>
      two(
        `Whoever is in the section on ${capacity} is not barred (挂职、借调)`,
        head('甲科科长'),
        clerk('甲科科员', { capacity }),
        'passes',
      ),
    ),
    two(
      'The chief of a bureau and its deputy',
      bureau,
      clerk('甲局副局长', { internalUnit: null, seats: ['deputy'], leading: true }),
      'binds',
    ),
    two(
      'The deputy of a bureau and the chief of one of its sections (上一级副职与下一级正职)',
      clerk('甲局副局长', { internalUnit: null, seats: ['deputy'], leading: true }),
      head('乙科科长', { internalUnit: '乙科' }),
      'binds',
    ),
    ...duties.map((duty) =>
      two(
        `Who leads a bureau, and a relative two levels down who does its ${duty} work`,
        bureau,
        other('乙科科员', { duties: [duty] }),
        'binds',
        {
          others: {
            乙: { career: [other('乙科科员', { duties: [duty], place })] },
            丙: { career: [head('乙科科长', { internalUnit: '乙科', place })] },
          },
          ...apart,
        },
      ),
    ),
    two('Other work two levels down is not sensitive', bureau, other('乙科科员', { duties: ['licensing'] }), 'passes', {
      others: {
        乙: { career: [other('乙科科员', { duties: ['licensing'], place })] },
        丙: { career: [head('乙科科长', { internalUnit: '乙科', place })] },
      },
      ...apart,
    }),
    two(
      'The chief of one section leads no organ: audit in another section is not under him',
      head('甲科科长'),
      other('乙科科员', { duties: ['audit'] }),
      'passes',
      {
        others: {
          乙: { career: [other('乙科科员', { duties: ['audit'], place })] },
          丙: { career: [head('乙科科长', { internalUnit: '乙科', place })] },
          丁: { career: [head('甲局局长', { internalUnit: null, place })] },
        },
        ...{ chart: { posts: { 甲科科长: { reportsTo: '甲局局长' } } } },
      },
    ),
    two('Clerks of two sections, each under a chief of its own', clerk('甲科科员'), other('乙科科员'), 'passes', {
      others: {
        乙: { career: [other('乙科科员', { place })] },
        丙: { career: [head('乙科科长', { internalUnit: '乙科', place })] },
        丁: { career: [head('甲科科长', { place })] },
      },
    }),
    two(
      'Section chiefs under two deputies of one leading team are not under one person',
      head('甲科科长'),
      head('乙科科长', { internalUnit: '乙科' }),
      'passes',
      {
        others: {
          乙: { career: [head('乙科科长', { internalUnit: '乙科', place })] },
          丙: {
            career: [
              clerk('第一副局长', { internalUnit: null, seats: ['deputy'], leading: true, teamKind: 'organ', place }),
            ],
          },
          丁: {
            career: [
              clerk('第二副局长', { internalUnit: null, seats: ['deputy'], leading: true, teamKind: 'organ', place }),
            ],
          },
        },
        chart: { posts: { 甲科科长: { reportsTo: '第一副局长' }, 乙科科长: { reportsTo: '第二副局长' } } },
      },
    ),
    two(
      'Under one leader who serves in another organ too: two organs are not one (同一机关)',
      clerk('甲局科员', { internalUnit: null }),
      clerk('乙局科员', { internalUnit: null, organ: '乙局' }),
      'passes',
      {
        chart: { posts: { 甲局科员: { reportsTo: '分管领导' }, 乙局科员: { reportsTo: '分管领导' } } },
      },
    ),
  ]
}
