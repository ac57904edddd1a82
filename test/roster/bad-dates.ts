import type { Bad } from './bad-roster.ts'
import { bureau, plus, withLine } from './office.ts'

/** Days that cannot be, or not in that order. */
export const badDates: readonly Bad[] = [
  {
    what: 'an assignment that ends before it begins',
    roster: withLine(bureau, 'assignments', 6, 'P3|Z3|2015-06-30|2014-01-01|试用|'),
    at: ['assignments.csv', 6, 'to', '2014-01-01'],
    code: 'REVERSED_DATES',
    says: '2015-06-30',
  },
  {
    what: 'an assignment that ends on the day it begins',
    roster: withLine(bureau, 'assignments', 6, 'P3|Z4|2010-01-01|2010-01-01||'),
    at: ['assignments.csv', 6, 'to', '2010-01-01'],
    code: 'REVERSED_DATES',
    says: 'no day between them',
  },
  {
    what: 'a unit that ends before it begins',
    roster: withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|U1|2012|2009-12|'),
    at: ['units.csv', 4, 'to', '2009-12'],
    code: 'REVERSED_DATES',
    says: '2012',
  },
  {
    what: 'two rows of one code that share days',
    roster: plus(
      withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|U1||2019-01-01|'),
      'units',
      'U3|国库处|internal_unit|411100|U1|2018-01-01||',
    ),
    at: ['units.csv', 5, 'from', '2018-01-01'],
    code: 'OVERLAPPING_DATES',
    says: 'row 4',
  },
  {
    what: 'two rows of one code without days',
    roster: plus(bureau, 'posts', 'Z1|U1|局长|正处|yes|chief|||||||'),
    at: ['posts.csv', 6, 'code', 'Z1'],
    code: 'DUPLICATE_CODE',
    says: 'row 2',
  },
  {
    what: 'the first day of all days',
    roster: withLine(bureau, 'assignments', 2, 'P1|Z2|0001-01-01|2012-05||'),
    at: ['assignments.csv', 2, 'from', '0001-01-01'],
    code: 'IMPOSSIBLE_DATE',
    says: '0001-01-01',
  },
  {
    what: 'a day without end',
    roster: withLine(bureau, 'assignments', 3, 'P1|Z1|2012-05|infinity||'),
    at: ['assignments.csv', 3, 'to', 'infinity'],
    code: 'BAD_DATE',
    says: 'leave the cell blank',
  },
  {
    what: 'a day that no calendar has',
    roster: withLine(bureau, 'people', 2, 'P1|张建国|M|1970-02-30|civil|||'),
    at: ['people.csv', 2, 'birth', '1970-02-30'],
    code: 'IMPOSSIBLE_DATE',
    says: 'no such day',
  },
  {
    what: 'someone who joined before birth',
    roster: withLine(bureau, 'people', 3, 'P2|李秀英|F|2013|civil|||'),
    at: ['assignments.csv', 4, 'from', '2012-05'],
    code: 'JOINED_BEFORE_BIRTH',
    says: '2013',
  },
  {
    what: 'someone who began to work before birth',
    roster: withLine(bureau, 'people', 2, 'P1|张建国|M|1970-03|civil|||1969-12'),
    at: ['people.csv', 2, 'work_start', '1969-12'],
    code: 'JOINED_BEFORE_BIRTH',
    says: '1970-03',
  },
  {
    what: 'someone who took a post after death',
    roster: withLine(bureau, 'people', 4, 'P3|王伟|男|1985-05-06|公务员|2012-01-01||'),
    at: ['assignments.csv', 6, 'from', '2015-06-30'],
    code: 'AFTER_DEATH',
    says: '2012-01-01',
  },
  {
    what: 'a term number given twice',
    roster: plus(bureau, 'terms', 'T1|2|2026-09-01|'),
    at: ['terms.csv', 4, 'number', '2'],
    code: 'TERM_NUMBER_TWICE',
    says: 'row 3',
  },
  {
    what: 'a later term that begins before an earlier one',
    roster: withLine(bureau, 'terms', 3, 'T1|2|2011-09-01|2016-09-01'),
    at: ['terms.csv', 3, 'from', '2011-09-01'],
    code: 'TERM_ORDER',
    says: 'term 1',
  },
  {
    what: 'two authorities at once',
    roster: { ...bureau, authorities: ['person|jurisdiction|from|to', 'P1|411100|2010|2015', 'P1|410000|2014|2016'] },
    at: ['authorities.csv', 3, 'from', '2014'],
    code: 'OVERLAPPING_DATES',
    says: 'row 2',
  },
]
