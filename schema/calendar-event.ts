import { installationsAt } from '../db/facts.ts'
import { type CalendarRow, calendarOf } from '../db/queries/due-calendar.ts'
import { knownAtArg, type Seen, seenAt, within } from './as-of.ts'
import { refuse } from './bad-input.ts'
import { builder } from './builder.ts'
import { CalendarChange, Scope } from './enums.ts'
import { ruleOf } from './finding-loader.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { cursorOf, lengthOf, type PageArgs, pageArgs, pageOf } from './page.ts'
import { Person, personLoader } from './person.ts'
import { rowKey } from './row-loader.ts'
import { Rule } from './rule.ts'

export const CalendarEvent = builder.objectRef<CalendarRow & Seen>('CalendarEvent')
export const CalendarEventConnection = builder.connectionObject({
  type: CalendarEvent,
  name: 'CalendarEventConnection',
})

CalendarEvent.implement({
  description: 'What changes for one person on one day. 日历事项。',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day. 日期。' }),
    change: t.expose('change', { type: CalendarChange, description: 'What happens. 变化。' }),
    person: t.field({
      type: Person,
      description: 'To whom. 人员。',
      resolve: ({ root, personId, at }, _args, context) =>
        context.named(personLoader, rowKey({ root, id: personId }, at)),
    }),
    rule: t.field({
      type: Rule,
      nullable: true,
      description: 'Under which rule; null for a retirement. 规则。',
      resolve: (event, _args, context) => (event.change === 'RETIRES' ? null : ruleOf(context, event)),
    }),
  }),
})

builder.objectField(Jurisdiction, 'calendar', (t) =>
  t.field({
    type: CalendarEventConnection,
    description: 'What will change in a period, both days included, day by day. 日历。',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'First day. 起。' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last day. 止。' }),
      knownAt: knownAtArg(t.arg),
      scope: t.arg({
        type: Scope,
        defaultValue: 'OWN',
        description: 'Managed exactly here, or here and below. 管理范围。',
      }),
      ...pageArgs(t.arg),
    },
    resolve: async (jurisdiction, { from, to, knownAt, scope, ...args }, context) => {
      if (from > to)
        refuse(`\`from\` ${from} is later than \`to\` ${to}; the first day comes first. 起日不得晚于止日。`)
      const at = within(jurisdiction.at, { on: from, knownAt })
      const asked = { authority: jurisdiction.code, scope: scope ?? 'OWN', from, to }
      const page = { limit: lengthOf(args) + 1, after: placeOf(args) }
      const rows = await context.read(async (tx) =>
        calendarOf(tx, { ...asked, retiring: retiringRules(await installationsAt(tx, at.knownAt)) }, at, page),
      )
      return pageOf(
        rows.map((row) => seenAt(row, { ...at, on: row.on })),
        args,
        (row) => [row.on, row.change, row.findingId],
      )
    },
  }),
)

type Installed = Awaited<ReturnType<typeof installationsAt>>

const retiringRules = (installations: Installed): readonly string[] =>
  installations.flatMap(({ plugin }) =>
    plugin.rules.flatMap((rule) =>
      rule.kind === 'rotation' && rule.action === 'retire' ? [`${plugin.id}/${rule.id}`] : [],
    ),
  )

const placeOf = (
  args: PageArgs,
): { readonly on: string; readonly change: string; readonly findingId: string } | null => {
  const cursor = cursorOf(args, ['day', 'text', 'id'])
  return cursor === null ? null : { on: String(cursor[0]), change: String(cursor[1]), findingId: String(cursor[2]) }
}
