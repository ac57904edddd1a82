import './scalars.ts'
import './jurisdiction.ts'
import './unit.ts'
import './post.ts'
import './team.ts'
import './person.ts'
import './assignment.ts'
import './state.ts'
import './rule.ts'
import './plugin-version.ts'
import './finding.ts'
import './findings-count.ts'
import './calendar-event.ts'
import './chain-link.ts'
import './evaluation.ts'
import './not-yet.ts'
import './stay.ts'
import './team-rule.ts'
import './check-moves.ts'
import './job.ts'
import './roster-import.ts'
import './import-roster.ts'
import './discard-roster.ts'
import './record-assignment.ts'
import './end-assignment.ts'
import './correct-assignment.ts'
import './record-state.ts'
import { builder } from './builder.ts'

/**
 * The whole schema: every file above adds its types and the root fields that return them. Not sorted by name: words of an
 * enum stand in the order the law ranks them.
 */
export const schema = builder.toSchema({ sortSchema: false })
