import { describe, expect, test } from 'vitest'
import { declarationProblems, declaredTerm, kinOf, kinPathWords } from '../../../policy/index.ts'
import { Family } from './family.ts'

describe('words for relatives', () => {
  const family = new Family().couple('he', 'she').parents('she', 'f').parents('brother', 'f').couple('brother', 'w')
  family.someone('he', { sex: 'M' })
  family.someone('she', { sex: 'F', birth: '1980-01-01' })
  family.someone('brother', { sex: 'M', birth: '1975-01-01' })
  family.someone('w', { sex: 'F' })
  const kinTo = (id: string) => kinOf(family, 'he').filter(({ relative }) => relative === id)

  test('a way is said tie by tie, parent and child as a sibling', () => {
    expect(kinTo('w').map((k) => kinPathWords(k, family, 'zh'))).toEqual(['妻子的哥哥的妻子'])
    expect(kinTo('w').map((k) => kinPathWords(k, family, 'en'))).toEqual(['wife’s elder brother’s wife'])
  })

  test('a wife’s elder brother has one word, a father-in-law of unknown sex none', () => {
    expect(kinTo('brother').map(({ term }) => term)).toEqual(['大舅子'])
    expect(kinTo('f').map(({ term }) => term)).toEqual([null])
  })

  test('a declared word tells pattern, sex and order', () => {
    expect(declaredTerm('堂兄')).toMatchObject({ reached: { pattern: 'K3' }, sex: 'M', born: 'earlier' })
    expect(declaredTerm('岳父')).toMatchObject({ reached: { pattern: 'K4A' }, sex: 'M', ofSex: 'M' })
    expect(declaredTerm('邻居')).toBeNull()
  })
})

describe('declarations that do not fit together', () => {
  const codes = (family: Family, person: string) =>
    declarationProblems(family, person).map(({ code, relative }) => [code, relative])

  test('a tie that only one of two declaring people declares', () => {
    const family = new Family().tie('a', '堂兄', 'b').couple('b', 'c')
    expect(codes(family, 'a')).toEqual([['ONE_SIDED', 'b']])
    expect(codes(new Family().tie('a', '堂兄', 'b'), 'a')).toEqual([])
  })

  test('a word that the recorded ties or the sex contradict', () => {
    const family = new Family().tie('a', '堂兄', 'b').parents('a', 'f').parents('f', 'b')
    expect(codes(family, 'a')).toContainEqual(['CONTRADICTS', 'b'])
    const woman = new Family().tie('a', '堂兄', 'b')
    woman.someone('b', { sex: 'F' })
    expect(codes(woman, 'a')).toEqual([['CONTRADICTS', 'b']])
  })

  test('kin whom neither of two declaring people names', () => {
    const family = new Family().parents('a', 'f').parents('b', 'f')
    expect(codes(family, 'a')).toEqual([['UNDECLARED', 'b']])
  })

  test('what such kin is gets told in words, never by the letters of a pattern', () => {
    const family = new Family().couple('a', 'wife').parents('wife', 'f').parents('b', 'f').couple('w', 'b')
    family.someone('wife', { sex: 'F', birth: '1980-01-01' })
    family.someone('b', { sex: 'M', birth: '1975-01-01' })
    family.someone('w', { sex: 'F' })
    const [found] = declarationProblems(family, 'a').filter(({ relative }) => relative === 'w')
    expect(found?.says).toEqual({
      zh: '由他人申报的关系可知对方是本人的妻子的哥哥的妻子，双方均未申报。',
      en: 'By ties others declared the other is this person’s wife’s elder brother’s wife, and neither declared it.',
    })
  })
})
