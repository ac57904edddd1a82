import { describe, expect, test } from 'vitest'
import { holdsOn, kinOf, parseStated } from '../../../policy/index.ts'
import { Family } from './family.ts'

/** What each of the two is to the other on the day, by pattern. */
const between = (family: Family, a: string, b: string, day = '2026-01-01'): readonly string[] =>
  kinOf(family, a)
    .filter(({ relative, truth }) => relative === b && holdsOn(truth, parseStated(day)?.lo ?? 0) !== 'NO')
    .map(({ pattern, truth }) => {
      const holds = holdsOn(truth, parseStated(day)?.lo ?? 0)
      return holds === 'YES' ? pattern : `${pattern}?`
    })

const both = (family: Family, a: string, b: string, day?: string) => {
  const there = between(family, a, b, day)
  expect(between(family, b, a, day)).toEqual(there)
  return there
}

describe('the boundaries of kinship', () => {
  test('one common parent makes siblings', () =>
    expect(both(new Family().parents('a', 'father', 'mother').parents('b', 'father'), 'a', 'b')).toEqual(['K3']))

  test('children whose parents only married each other are no siblings', () =>
    expect(both(new Family().parents('a', 'f').parents('b', 'm').couple('f', 'm'), 'a', 'b')).toEqual([]))

  test.each(['adoptive', 'step_supported'] as const)('a parent who is %s makes siblings', (kind) =>
    expect(both(new Family().parents('a', 'f').tie('b', 'parent', 'f', { kind }), 'a', 'b')).toEqual(['K3']),
  )

  test('a step-parent without support is only noted, and with support is a parent', () => {
    const family = new Family().parents('a', 'f').couple('f', 'm')
    expect(both(family, 'a', 'm')).toEqual(['STEP'])
    expect(both(family.tie('a', 'parent', 'm', { kind: 'step_supported' }), 'a', 'm')).toEqual(['K2'])
  })

  test('divorce ends the spouse and every in-law on its day, and leaves the children', () => {
    const family = new Family().couple('a', 'b', { from: '2000-01-01', to: '2010-05-05', endedBy: 'divorce' })
    family.parents('b', 'f').parents('child', 'a', 'b')
    expect([both(family, 'a', 'b', '2010-05-04'), both(family, 'a', 'f', '2010-05-04')]).toEqual([['K1'], ['K4A']])
    expect([both(family, 'a', 'b', '2010-05-05'), both(family, 'a', 'f', '2010-05-05')]).toEqual([[], []])
    expect(both(family, 'a', 'child')).toEqual(['K2'])
  })

  test('from the day of a death the in-laws are only noted', () => {
    const family = new Family().couple('a', 'b').parents('b', 'f').parents('c', 'f')
    family.someone('b', { died: '2015-03-03' })
    expect(both(family, 'a', 'f', '2015-03-02')).toEqual(['K4A'])
    expect(both(family, 'a', 'c', '2015-03-03')).toEqual(['AFTER_DEATH'])
    expect(both(family, 'c', 'b')).toEqual(['K3'])
  })

  test('a wedding known by its month leaves that month open', () => {
    const family = new Family().couple('a', 'b', { from: '2015-03' })
    const days = ['2015-02-28', '2015-03-01', '2015-03-31'].map((day) => both(family, 'a', 'b', day))
    expect(days).toEqual([[], ['K1?'], ['K1']])
  })

  test('an unverified tie is possible only', () =>
    expect(both(new Family().couple('a', 'b', { verified: false }), 'a', 'b')).toEqual(['K1?']))

  const adopted = (to?: string, birth?: string, again?: string) => {
    const family = new Family().tie('a', 'parent', 'f').parents('b', 'f')
    family.someone('a', birth === undefined ? {} : { birth })
    if (again !== undefined) family.tie('a', 'parent', 'f', { from: again })
    return family.tie('a', 'parent', 'x', {
      kind: 'adoptive',
      from: '2000-01-01',
      ...(to === undefined ? {} : { to, endedBy: 'dissolved' as const }),
    })
  }

  test('adoption by another leaves of the family of birth only a note', () => {
    expect(both(adopted(), 'a', 'b', '1999-12-31')).toEqual(['K3'])
    expect([both(adopted(), 'a', 'f'), both(adopted(), 'a', 'b')]).toEqual([['AFTER_ADOPTION'], ['AFTER_ADOPTION']])
  })

  test('the death of the adopter ends no adoption', () => {
    const family = adopted()
    family.someone('x', { died: '2010-01-01' })
    expect([both(family, 'a', 'x'), both(family, 'a', 'f')]).toEqual([['K2'], ['AFTER_ADOPTION']])
  })

  test('a dissolved adoption gives a minor the ties of birth back, an adult only when declared anew', () => {
    expect(both(adopted('2010-01-01', '1995-06-01'), 'a', 'b')).toEqual(['K3'])
    expect(both(adopted('2010-01-01', '1980-06-01'), 'a', 'b')).toEqual(['AFTER_ADOPTION'])
    expect(both(adopted('2010-01-01', '1980-06-01', '2011-01-01'), 'a', 'b', '2020-01-01')).toEqual(['K3'])
    expect(both(adopted('2010-01-01'), 'a', 'b')).toEqual(['K3?', 'AFTER_ADOPTION?'])
  })

  test('a grown-up’s tie of birth that is declared anew stands from its own first day, not from the dissolution', () => {
    const family = adopted('2010-01-01', '1980-06-01', '2011-01-01')
    expect(both(family, 'a', 'b', '2010-12-31')).toEqual(['AFTER_ADOPTION'])
    expect(both(family, 'a', 'b', '2011-01-01')).toEqual(['K3'])
    expect(both(adopted('2010-01-01', '1995-06-01', '2011-01-01'), 'a', 'b', '2010-01-01')).toEqual(['K3'])
  })

  describe('whoever is direct blood is no collateral, in the middle of a way either', () => {
    const supportedByGrandfather = () =>
      new Family().parents('s', 'g').parents('b', 's').tie('b', 'parent', 'g', { kind: 'step_supported' })

    test('a spouse’s child whom the spouse’s father supports is a stepchild, no spouse’s sibling', () =>
      expect(both(supportedByGrandfather().couple('a', 's'), 'a', 'b')).toEqual(['STEP']))

    test('nor is that child’s stepparent’s parent the parent of a sibling’s spouse', () =>
      expect(both(supportedByGrandfather().couple('c', 's').parents('c', 'a'), 'a', 'b')).toEqual([]))

    test('a spouse’s parent who is half a sibling of the other parent is a parent-in-law alone', () => {
      const family = new Family().couple('a', 's').parents('s', 'b', 'm').parents('b', 'g').parents('m', 'g')
      expect(both(family, 'a', 'b')).toEqual(['K4A'])
    })

    test('only on the days on which they are direct blood', () => {
      const support = { kind: 'step_supported', from: '2000-01-01', to: '2010-01-01', endedBy: 'divorce' } as const
      const family = new Family().couple('a', 's').parents('s', 'g').parents('b', 'g').tie('b', 'parent', 's', support)
      const days = ['1999-12-31', '2000-01-01', '2009-12-31', '2010-01-01'].map((day) => both(family, 'a', 'b', day))
      expect(days).toEqual([['K4B'], ['STEP'], ['STEP'], ['K4B']])
    })
  })

  test('a parent married to the adopter on the day of adoption stays one after divorce', () => {
    const family = new Family().parents('a', 'm').tie('a', 'parent', 'x', { kind: 'adoptive', from: '2000-01-01' })
    family.couple('m', 'x', { from: '1999-01-01', to: '2005-01-01', endedBy: 'divorce' })
    expect(both(family, 'a', 'm')).toEqual(['K2'])
  })

  const outside: readonly (readonly [string, Family, readonly string[]])[] = [
    [
      'a spouse’s uncle is kin',
      new Family().couple('a', 's').parents('s', 'f').parents('f', 'g').parents('b', 'g'),
      ['K4E'],
    ],
    [
      'the spouse of a spouse’s cousin is none',
      new Family()
        .couple('a', 's')
        .parents('s', 'f')
        .parents('f', 'g')
        .parents('h', 'g')
        .parents('c', 'h')
        .couple('c', 'b'),
      [],
    ],
    [
      'a sibling’s spouse’s parent is noted',
      new Family().parents('a', 'f').parents('c', 'f').couple('c', 's').parents('s', 'b'),
      ['IN_LAW_OF_IN_LAW'],
    ],
    [
      'a child’s spouse’s sibling is in no class, and noted as the same tie from its other end',
      new Family().parents('c', 'a').couple('c', 's').parents('s', 'f').parents('b', 'f'),
      ['IN_LAW_OF_IN_LAW'],
    ],
    ['a child’s spouse’s parent is kin', new Family().parents('c', 'a').couple('c', 's').parents('s', 'b'), ['K4D']],
    [
      'a spouse’s grandparent is noted',
      new Family().couple('a', 's').parents('s', 'f').parents('f', 'b'),
      ['DISTANT_IN_LAW'],
    ],
    ['a great-uncle is none', new Family().parents('a', 'f').parents('f', 'g').parents('g', 'h').parents('b', 'h'), []],
    [
      'a second cousin is none',
      new Family()
        .parents('a', 'f')
        .parents('f', 'g')
        .parents('g', 'h')
        .parents('i', 'h')
        .parents('j', 'i')
        .parents('b', 'j'),
      [],
    ],
    ['a great-grandparent is direct blood', new Family().parents('a', 'f').parents('f', 'g').parents('g', 'b'), ['K2']],
    ['a tie of special interest is noted', new Family().tie('a', 'special_interest', 'b'), ['SPECIAL_INTEREST']],
    ['a declared elder male cousin is a collateral', new Family().tie('a', '堂兄', 'b'), ['K3']],
    ['a declared stepfather is possible only', new Family().tie('a', '继父', 'b'), ['K2?']],
    ['a declared great-aunt is none', new Family().tie('a', '姑奶奶', 'b'), []],
  ]
  test.each(outside)('%s', (_, family, expected) => expect(both(family, 'a', 'b')).toEqual(expected))

  test('a declared tie leads to nobody further', () =>
    expect(kinOf(new Family().tie('a', '哥哥', 'b').couple('b', 'c'), 'a').map((k) => k.relative)).toEqual(['b']))
})
