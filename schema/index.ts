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
import { builder } from './builder.ts'

/** The whole schema: every file above adds its types and the root fields that return them. */
export const schema = builder.toSchema()
