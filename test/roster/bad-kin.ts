import type { Bad } from './bad-roster.ts'
import { bureau, type Lines } from './office.ts'

/** The bureau with these relatives beside its people, and nothing but these ties. */
const family = (...ties: readonly string[]): Lines => ({
  ...bureau,
  people: [
    ...(bureau.people ?? []),
    'F1|张老大|M|1940||||',
    'F2|陈梅|F|1942||||',
    'F3|张老二|M|1944||||',
    'F4|周芳|F|1975||||',
    'F5|吴刚|M|1974||2015-03-01||',
  ],
  kin: ['person|relation|relative|relative_name|kind|from|to|ended_by|verified', ...ties],
})

export const badKin: readonly Bad[] = [
  {
    what: 'someone who is their own spouse',
    roster: family('P1|配偶|P1||||||'),
    at: ['kin.csv', 2, 'relative', 'P1'],
    code: 'KIN_TO_SELF',
    says: 'their own relative',
  },
  {
    what: 'someone who is their own parent',
    roster: family('P1|父亲|P1||||||'),
    at: ['kin.csv', 2, 'relative', 'P1'],
    code: 'KIN_TO_SELF',
    says: 'their own relative',
  },
  {
    what: 'a third parent by birth, whoever declares it',
    roster: family('P1|父亲|F1||||||', 'F2|儿子|P1||||||', 'P1|parent||某某|birth||||'),
    at: ['kin.csv', 4, 'relative', null],
    code: 'THIRD_BIRTH_PARENT',
    says: '`F1`, `F2`',
  },
  {
    what: 'two fathers by birth',
    roster: family('P1|父亲|F1||||||', 'P1|parent|F3||||||'),
    at: ['kin.csv', 3, 'relative', 'F3'],
    code: 'TWO_BIRTH_PARENTS_OF_ONE_SEX',
    says: 'father by birth already, `F1`',
  },
  {
    what: 'a mother known by name beside the mother with a code',
    roster: family('P1|母亲|F2||||||', 'P1|母亲||陈某某|||||'),
    at: ['kin.csv', 3, 'relative', null],
    code: 'TWO_BIRTH_PARENTS_OF_ONE_SEX',
    says: 'give their code',
  },
  {
    what: 'a child older than the parent by adoption',
    roster: family('P2|养女|F2||||||'),
    at: ['kin.csv', 2, 'relative', 'F2'],
    code: 'PARENT_NOT_OLDER',
    says: 'born `1980`',
  },
  {
    what: 'someone married to two on one day',
    roster: family('P1|配偶|P2|||2003-05-01|2012-09-01|离婚|', 'P1|配偶|F4|||2012-08-31|||'),
    at: ['kin.csv', 3, 'relative', 'F4'],
    code: 'TWO_SPOUSES',
    says: '`P1` is married to `P2`',
  },
  {
    what: 'two spouses of one woman, each told by himself',
    roster: family('P1|妻|F4||||||', 'P3|妻|F4||||||'),
    at: ['kin.csv', 3, 'relative', 'F4'],
    code: 'TWO_SPOUSES',
    says: '`F4`',
  },
  {
    what: 'a marriage to someone who has a spouse by name',
    roster: family('P1|配偶||李秀英|||||', 'P1|配偶|P2||||||'),
    at: ['kin.csv', 3, 'relative', 'P2'],
    code: 'TWO_SPOUSES',
    says: '若是同一人',
  },
  {
    what: 'an elder male cousin who is a woman',
    roster: family('P1|堂兄|P2||||||'),
    at: ['kin.csv', 2, 'relation', '堂兄'],
    code: 'WRONG_SEX_FOR_RELATION',
    says: '`P2` is on file as a woman',
  },
  {
    what: 'a father who is a woman',
    roster: family('P3|父亲|F2||||||'),
    at: ['kin.csv', 2, 'relation', '父亲'],
    code: 'WRONG_SEX_FOR_RELATION',
    says: 'the relative is a man',
  },
  {
    what: 'a wife’s father of a woman',
    roster: family('P2|岳父|F1||||||'),
    at: ['kin.csv', 2, 'relation', '岳父'],
    code: 'WRONG_SEX_FOR_RELATION',
    says: 'the person is a man',
  },
  {
    what: 'the same marriage twice with other days',
    roster: family('P1|配偶|P2|||2003-05-01|||', 'P1|spouse|P2|||2004-05-01|||'),
    at: ['kin.csv', 3, 'relative', 'P2'],
    code: 'SAME_TIE_TWICE',
    says: '2003-05-01',
  },
  {
    what: 'the same marriage told by both with other days',
    roster: family('P1|配偶|P2|||2003-05|||', 'P2|配偶|P1|||2003-06|||'),
    at: ['kin.csv', 3, 'relative', 'P1'],
    code: 'SAME_TIE_TWICE',
    says: '2003-05',
  },
  {
    what: 'a marriage that ended before it began',
    roster: family('P1|配偶|P2|||2003-05-01|2002-01-01||'),
    at: ['kin.csv', 2, 'to', '2002-01-01'],
    code: 'REVERSED_DATES',
    says: 'is not after `from`',
  },
  {
    what: 'a parent by birth who is divorced from the child',
    roster: family('P1|父亲|F1|||1970-03|2012-01-01|离婚|'),
    at: ['kin.csv', 2, 'ended_by', '离婚'],
    code: 'END_MISPLACED',
    says: 'does not end by `divorce`',
  },
  {
    what: 'a marriage dissolved like an adoption',
    roster: family('P1|配偶|P2|||2003-05-01|2012-01-01|解除|'),
    at: ['kin.csv', 2, 'ended_by', '解除'],
    code: 'END_MISPLACED',
    says: '`divorce`',
  },
  {
    what: 'a divorce on no day',
    roster: family('P1|配偶|P2|||2003-05-01||离婚|'),
    at: ['kin.csv', 2, 'to', null],
    code: 'REQUIRED_MISSING',
    says: 'write ?',
  },
  {
    what: 'a mistyped word for a relation',
    roster: family('P1|表哥哥|P3||||||'),
    at: ['kin.csv', 2, 'relation', '表哥哥'],
    code: 'UNKNOWN_RELATION',
    says: '`表哥`',
  },
]

/** What is no trouble, though it is near. */
export const soundKin: readonly (readonly [what: string, roster: Lines])[] = [
  [
    'a marriage that ends on the day the next begins',
    family('P1|配偶|P2|||2003-05-01|2012-09-01|离婚|', 'P1|配偶|F4|||2012-09-01|||'),
  ],
  [
    'a marriage in the very month in which the one before ended',
    family('P1|配偶|P2|||2003-05-01|2012-09|离婚|', 'P1|配偶|F4|||2012-09|||'),
  ],
  [
    'a second marriage of a widow, though nobody wrote that the first has ended',
    family('F4|丈夫|F5|||2000-01-01|||', 'F4|丈夫|P3|||2016-01-01|||'),
  ],
  ['a second spouse by hearsay', family('P1|配偶|P2||||||', 'P1|配偶|F4||||||no')],
  [
    'a couple that divorced and married again',
    family('P1|配偶|P2|||2003|2010-01|离婚|', 'P1|配偶|P2|||2012|||', 'P2|配偶|P1|||2003|2010-01|离婚|'),
  ],
  [
    'adoptive parents beside those by birth',
    family('P3|父亲|F1||||||', 'P3|母亲|F2||||||', 'P3|养父|F3|||1990-01-01|2001-01-01|解除|'),
  ],
  [
    'a tie told by both, by one to the month and by the other to the year',
    family('P1|配偶|P2|||2003-05|||', 'P2|配偶|P1|||2003|||'),
  ],
]
