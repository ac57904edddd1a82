import { isOwnOn } from '../acts/shadow/own-finding.ts'
import { theShadow } from '../acts/shadow/with-shadow.ts'
import { day } from '../policy/index.ts'
import { asOfArgs, within } from './as-of.ts'
import { heardLoader } from './bench.ts'
import { builder } from './builder.ts'
import { Finding } from './finding.ts'
import { bookOf } from './finding-book.ts'
import { uuidOf } from './global-id.ts'
import { Person } from './person.ts'
import { rowKey } from './row-loader.ts'
import { orTold } from './told.ts'

builder.objectField(Person, 'shadowFindings', (t) =>
  t.field({
    type: [Finding],
    description:
      'What a policy in shadow would say of the person on the day, beside everything installed: the findings of its own rules, none on days on which it would not count; worked out when asked and written nowhere. Refused, NOT_FOUND, where the installation is not one in shadow. 试行政策的认定。',
    args: {
      installation: t.arg.id({
        required: true,
        description: 'Global id of the installation in shadow. 试行的政策安装。',
      }),
      on: asOfArgs(t.arg).on,
    },
    resolve: async (person, { installation, on }, context) => {
      const named = uuidOf('Installation', String(installation)) ?? nowhere
      const of = {
        ...rowKey(person, within({ ...person.at, knownAt: null }, { on })),
        policy: { policyAt: null, shadow: named },
      }
      return orTold(async () => {
        const shadow = await context.read((tx) => theShadow(tx, named))
        const own = new Set(
          (await context.load(heardLoader, of))
            .filter((finding) => isOwnOn(finding, shadow, day(of.at.on)))
            .map(({ id }) => id),
        )
        return (await bookOf(of).findings(context, { ...of, rule: null })).filter(({ id }) => own.has(id))
      })
    },
  }),
)

/** An id that no installation has. */
const nowhere = '00000000-0000-0000-0000-000000000000'
