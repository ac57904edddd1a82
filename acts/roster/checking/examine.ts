import type { Tx } from '../../../db/transaction.ts'
import type { DivisionCode } from '../../../policy/index.ts'
import type { RosterProblem } from '../problem.ts'
import type { RosterReading } from '../reading/read-roster.ts'
import { checkCareersGiven } from './check-careers-given.ts'
import { checkAuthorities, checkDays, checkVersions } from './check-days.ts'
import { checkKin, type NamedPeople } from './check-kin.ts'
import { checkOrg } from './check-org.ts'
import { checkCareers, checkLives, checkTransfers } from './check-people.ts'
import { checkQuotas } from './check-quota.ts'
import { checkStates } from './check-records.ts'
import { checkTerms } from './check-terms.ts'
import { checkHomes, findHomes, type Homes } from './home.ts'
import { Inquiry } from './inquiry.ts'
import { type OrgView, viewOrg } from './org-view.ts'
import { resolveOrg } from './resolve-org.ts'
import { resolvePeople } from './resolve-people.ts'
import type { OrgRows, PeopleRows } from './rows.ts'
import { warnOfUnlisted } from './scope.ts'
import { loadEntitiesOf } from './stored-entities.ts'

/** A roster held against itself and against what is stored: what it says, and everything wrong with it. */
export interface Examined {
  readonly org: OrgRows
  readonly people: PeopleRows
  readonly view: OrgView
  readonly homes: Homes
  readonly named: NamedPeople
  readonly problems: readonly RosterProblem[]
  readonly warnings: readonly RosterProblem[]
}

/** Resolves every reference and makes every check, whatever was found before, so that all that is wrong is told at once. */
export const examine = async (tx: Tx, { drafts, sheets }: RosterReading, at: DivisionCode): Promise<Examined> => {
  const inquiry = new Inquiry(at)
  const stored = await loadEntitiesOf(tx, drafts, at)
  const { org, posts } = resolveOrg(drafts, stored, inquiry)
  const people = resolvePeople(drafts, stored, posts, inquiry)
  const view = await viewOrg(tx, org, people)
  checkDays(drafts, inquiry)
  checkVersions(org, inquiry)
  checkOrg(org, view, inquiry)
  checkTerms(org.terms, inquiry)
  checkLives(people, inquiry)
  checkCareers(people, inquiry)
  checkAuthorities(people.authorities, inquiry)
  await checkStates(tx, drafts.states, inquiry)
  const named = await checkKin(tx, drafts.kin, people, inquiry)
  checkTransfers(people.people, inquiry)
  await checkCareersGiven(tx, people.people, sheets, inquiry)
  await checkQuotas(tx, { org, people, view }, inquiry)
  const homes = findHomes(people, view, inquiry)
  checkHomes(people, homes, stored, inquiry)
  warnOfUnlisted(people, inquiry)
  return { org, people, view, homes, named, problems: inquiry.problems, warnings: inquiry.warnings }
}
