import type { Bad } from './bad-roster.ts'
import { bureau, plus, withLine } from './office.ts'

/** References that lead nowhere, to several, or round in a circle. */
export const badReferences: readonly Bad[] = [
  {
    what: 'an unknown post',
    roster: withLine(bureau, 'assignments', 6, 'P3|Z33|2015-06-30|||'),
    at: ['assignments.csv', 6, 'post', 'Z33'],
    code: 'UNKNOWN_POST',
    says: '`Z3`',
  },
  {
    what: 'an unknown person',
    roster: withLine(bureau, 'states', 2, 'P22|appraisal|2024-12-31||优秀'),
    at: ['states.csv', 2, 'person', 'P22'],
    code: 'UNKNOWN_PERSON',
    says: '`P2`',
  },
  {
    what: 'an unknown relative',
    roster: withLine(bureau, 'kin', 2, 'P1|spouse|Q9|'),
    at: ['kin.csv', 2, 'relative', 'Q9'],
    code: 'UNKNOWN_PERSON',
    says: 'add the person to the roster',
  },
  {
    what: 'an unknown unit',
    roster: withLine(bureau, 'posts', 5, 'Z4|U22|科员|科员|no||||3|civil|||'),
    at: ['posts.csv', 5, 'unit', 'U22'],
    code: 'UNKNOWN_UNIT',
    says: '`U2`',
  },
  {
    what: 'an unknown team',
    roster: withLine(bureau, 'terms', 2, 'T9|1|2016-09-01|2021-09-01'),
    at: ['terms.csv', 2, 'team', 'T9'],
    code: 'UNKNOWN_TEAM',
    says: '`T1`',
  },
  {
    what: 'an unknown jurisdiction',
    roster: withLine(bureau, 'units', 3, 'U2|预算科|internal_unit|411199|U1|||'),
    at: ['units.csv', 3, 'jurisdiction', '411199'],
    code: 'UNKNOWN_JURISDICTION',
    says: '411100 漯河市',
  },
  {
    what: 'a jurisdiction by name',
    roster: withLine(bureau, 'units', 3, 'U2|预算科|internal_unit|漯河市|U1|||'),
    at: ['units.csv', 3, 'jurisdiction', '漯河市'],
    code: 'UNKNOWN_JURISDICTION',
    says: '411100',
  },
  {
    what: 'a dangling superior',
    roster: withLine(bureau, 'posts', 3, 'Z2|U2|科长|正科|yes|chief||Z9||civil|||'),
    at: ['posts.csv', 3, 'reports_to', 'Z9'],
    code: 'UNKNOWN_POST',
    says: 'Did you mean',
  },
  {
    what: 'a unit that contains itself',
    roster: withLine(bureau, 'units', 2, 'U1|市财政局|organ|411100|U1|||'),
    at: ['units.csv', 2, 'parent', 'U1'],
    code: 'UNIT_CONTAINS_ITSELF',
    says: '`U1` → `U1`',
  },
  {
    what: 'a post that reports to its own subordinate',
    roster: withLine(bureau, 'posts', 4, 'Z3|U3|科长|正科|yes|chief||Z3||civil|||'),
    at: ['posts.csv', 4, 'reports_to', 'Z3'],
    code: 'REPORTS_TO_CYCLE',
    says: '`Z3` → `Z3`',
  },
  {
    what: 'a chief who reports to someone whose blank superior is that chief',
    roster: withLine(bureau, 'posts', 3, 'Z2|U2|科长|正科|yes|chief||Z4||civil|||'),
    at: ['posts.csv', 3, 'reports_to', 'Z4'],
    code: 'REPORTS_TO_CYCLE',
    says: '`Z2` → `Z4` → `Z2`',
  },
  {
    what: 'a unit that succeeds itself',
    roster: withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|U1|||U3'),
    at: ['units.csv', 4, 'succeeds', 'U3'],
    code: 'SUCCESSION_CYCLE',
    says: '`U3` → `U3`',
  },
  {
    what: 'a succession from nowhere',
    roster: withLine(bureau, 'posts', 4, 'Z3|U3|科长|正科|yes|chief||||civil|||Z0'),
    at: ['posts.csv', 4, 'succeeds', 'Z0'],
    code: 'UNKNOWN_POST',
    says: 'Did you mean',
  },
  {
    what: 'a person given twice',
    roster: plus(bureau, 'people', 'P1|张建军|M|1972|civil|||'),
    at: ['people.csv', 5, 'code', 'P1'],
    code: 'DUPLICATE_CODE',
    says: 'row 2',
  },
  {
    what: 'a code that two jurisdictions of the file use',
    roster: plus(plus(bureau, 'units', 'U3|区财政局|organ|411102||||'), 'posts', 'Z5|U3|局长|正科|yes|chief|||||||'),
    at: ['posts.csv', 4, 'unit', 'U3'],
    code: 'AMBIGUOUS_CODE',
    says: '`411100:U3`, `411102:U3`',
  },
  {
    what: 'a parent in another province, whose data are kept apart',
    roster: plus(
      withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|360400:U9|||'),
      'units',
      'U9|九江市财政局|organ|360400||||',
    ),
    at: ['units.csv', 4, 'parent', '360400:U9'],
    code: 'OTHER_PROVINCE',
    says: 'same province',
  },
]

/** Cells that say what no list has, or nothing where something is needed. */
export const badWords: readonly Bad[] = [
  {
    what: 'a word that no list has',
    roster: withLine(bureau, 'assignments', 2, 'P1|Z2|2003-07|2012-05|正是|'),
    at: ['assignments.csv', 2, 'capacity', '正是'],
    code: 'UNKNOWN_WORD',
    says: '`正式`',
  },
  {
    what: 'an unknown word for a relation',
    roster: withLine(bureau, 'kin', 3, 'P1|邻居||张建军'),
    at: ['kin.csv', 3, 'relation', '邻居'],
    code: 'UNKNOWN_RELATION',
    says: '堂兄',
  },
  {
    what: 'an appraisal without a grade',
    roster: withLine(bureau, 'states', 2, 'P2|appraisal|2024-12-31||'),
    at: ['states.csv', 2, 'value', null],
    code: 'REQUIRED_MISSING',
    says: 'the grade',
  },
  {
    what: 'a grade that is none',
    roster: withLine(bureau, 'states', 2, 'P2|appraisal|2024-12-31||良好'),
    at: ['states.csv', 2, 'value', '良好'],
    code: 'UNKNOWN_WORD',
    says: '称职',
  },
  {
    what: 'a sanction that no law knows',
    roster: withLine(bureau, 'states', 2, 'P2|sanction|2024-12-31||批评'),
    at: ['states.csv', 2, 'value', '批评'],
    code: 'UNKNOWN_WORD',
    says: '`记大过`',
  },
  {
    what: 'the approval of a rule that no installed document has',
    roster: withLine(bureau, 'states', 2, 'P2|approval|2024-12-31||JL-55a'),
    at: ['states.csv', 2, 'value', 'JL-55a'],
    code: 'UNKNOWN_WORD',
    says: 'must be installed first',
  },
  {
    what: 'a relative who is oneself',
    roster: withLine(bureau, 'kin', 2, 'P1|spouse|P1|'),
    at: ['kin.csv', 2, 'relative', 'P1'],
    code: 'KIN_TO_SELF',
    says: 'their own relative',
  },
  {
    what: 'two people each of whom is the parent of the other',
    roster: {
      ...bureau,
      people: [...(bureau.people ?? []), 'P4|甲|M|?||||', 'P5|乙|M|?||||'],
      kin: ['person|relation|relative', 'P4|父亲|P5', 'P4|儿子|P5'],
    },
    at: ['kin.csv', 3, 'relative', 'P5'],
    code: 'KIN_CYCLE',
    says: '`P5` → `P4` → `P5`',
  },
  {
    what: 'a parent born after the child',
    roster: withLine(bureau, 'kin', 2, 'P1|母亲|P2|'),
    at: ['kin.csv', 2, 'relative', 'P2'],
    code: 'PARENT_NOT_OLDER',
    says: 'born `1980`',
  },
  {
    what: 'a child born on the same day',
    roster: plus(plus(bureau, 'people', 'P4|王五|M|1985-05-06||||'), 'kin', 'P3|儿子|P4|'),
    at: ['kin.csv', 5, 'relative', 'P4'],
    code: 'PARENT_NOT_OLDER',
    says: 'which of the two is the parent',
  },
  {
    what: 'a tie to nobody',
    roster: withLine(bureau, 'kin', 3, 'P1|堂兄||'),
    at: ['kin.csv', 3, 'relative', null],
    code: 'REQUIRED_MISSING',
    says: 'relative_name',
  },
  {
    what: 'a quota of nobody',
    roster: withLine(bureau, 'posts', 5, 'Z4|U2|科员|科员|no||||0|civil|||'),
    at: ['posts.csv', 5, 'quota', '0'],
    code: 'BAD_NUMBER',
    says: 'at least 1',
  },
]

/** Posts held by more than they have room for. */
export const badHolders: readonly Bad[] = [
  {
    what: 'two people surely in a post of one seat',
    roster: withLine(bureau, 'assignments', 2, 'P1|Z2|2003-07|2012-07||'),
    at: ['assignments.csv', 4, 'post', 'Z2'],
    code: 'POST_OVER_QUOTA',
    says: '张建国 P1 (assignments.csv:2)',
  },
  {
    what: 'one person twice in one post',
    roster: plus(bureau, 'assignments', 'P3|Z4|2014-01-01|2016-01-01||'),
    at: ['assignments.csv', 7, 'from', '2014-01-01'],
    code: 'SAME_POST_TWICE',
    says: 'row 5',
  },
  {
    what: 'one person still in one post twice, once since nobody knows when',
    roster: plus(bureau, 'assignments', 'P3|Z4|?|||', 'P3|Z4|2019|||'),
    at: ['assignments.csv', 8, 'from', '2019'],
    code: 'SAME_POST_TWICE',
    says: 'row 7',
  },
]
