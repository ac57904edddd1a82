import type { Moment } from '../acts/bench.ts'
import { checkMoves } from '../acts/moves/check-moves.ts'
import type { MoveAsked } from '../acts/moves/plan.ts'
import type { PlaceOf } from '../acts/moves/refusals.ts'
import { knownAtArg } from './as-of.ts'
import { type Arguments, builder } from './builder.ts'
import { CheckOutcome, type OutcomeSeen } from './check-outcome.ts'
import type { Context } from './context.ts'
import { orTold } from './told.ts'

export const MoveInput = builder.inputType('MoveInput', {
  description:
    'A move somebody proposes: a post left, a post taken (formally, with no end), or both on one day. 拟议的调动（到任均按正式任职）。',
  fields: (t) => ({
    person: t.string({ required: true, description: 'Code of the person. 人员编号。' }),
    personAt: t.string({ description: 'Authority that numbers the person, when the code is ambiguous. 管理权限。' }),
    from: t.string({ description: 'Code of the post left; none: whatever is held is kept. 离任职位代码。' }),
    to: t.string({ description: 'Code of the post taken; none: the person only leaves. 到任职位代码。' }),
    postAt: t.string({ description: 'Jurisdiction that numbers the posts, when a code is ambiguous. 职位所在辖区。' }),
    on: t.field({
      type: 'Date',
      required: true,
      description: 'First day in the post taken, first day no longer in the post left. 调动之日。',
    }),
  }),
})

/** Runs the check inside the operation’s reading transaction; refusals reach the caller typed. */
const checked = async (
  context: Context,
  moves: readonly MoveAsked[],
  moment: Moment,
  placeOf?: PlaceOf,
): Promise<OutcomeSeen> => {
  const { language, sees } = context
  const options = { language, seesFamily: sees.family, moment, ...(placeOf && { placeOf }) }
  const outcome = await orTold(() => context.read((tx) => checkMoves(tx, moves, options)))
  const [first = ''] = moves.map(({ on }) => on).sort()
  const policyAt = moment.policy?.policyAt ?? moment.knownAt
  return { ...outcome, at: { on: first, knownAt: moment.knownAt }, policyAt }
}

/** The two moments of a check: what we knew, and under which policy it is made. */
const momentArgs = (arg: Arguments) => ({
  knownAt: knownAtArg(arg),
  policyAt: arg({
    type: 'DateTime',
    description: 'Under what was installed at this moment; default that of `knownAt`, else now. 按当时安装的政策。',
  }),
})

interface MomentArgs {
  readonly knownAt?: string | null | undefined
  readonly policyAt?: string | null | undefined
}

const momentOf = ({ knownAt, policyAt }: MomentArgs): Moment => ({
  knownAt: knownAt ?? null,
  ...(policyAt && { policy: { policyAt, shadow: null } }),
})

const partNames = { person: 'person', from: 'from', to: 'post', on: 'on' } as const

builder.queryFields((t) => ({
  checkPlacement: t.field({
    type: CheckOutcome,
    description: 'May this person be placed in this post? Nothing is written. 任职核对：此人可否任此职。',
    args: {
      person: t.arg.string({ required: true, description: 'Code of the person. 人员编号。' }),
      personAt: t.arg.string({ description: 'Authority that numbers the person, when ambiguous. 管理权限。' }),
      post: t.arg.string({ required: true, description: 'Code of the post taken. 到任职位代码。' }),
      postAt: t.arg.string({ description: 'Jurisdiction that numbers the posts, when ambiguous. 职位所在辖区。' }),
      from: t.arg.string({ description: 'Code of the post left; none: whatever is held is kept. 离任职位代码。' }),
      on: t.arg({ type: 'Date', required: true, description: 'First day in the post. 任职之日。' }),
      ...momentArgs(t.arg),
    },
    resolve: (_root, { person, personAt, post, postAt, from, on, ...moments }, context) =>
      checked(
        context,
        [{ person, personAt: personAt ?? null, from: from ?? null, to: post, postAt: postAt ?? null, on }],
        momentOf(moments),
        (_move, part) => [partNames[part]],
      ),
  }),
  checkMoves: t.field({
    type: CheckOutcome,
    description: 'May these moves be made together? Nothing is written. 调动方案核对：这些调动可否一并实施。',
    args: {
      moves: t.arg({ type: [MoveInput], required: true, description: 'The moves, 200 at most. 调动，至多 200 项。' }),
      ...momentArgs(t.arg),
    },
    resolve: (_root, { moves, ...moments }, context) =>
      checked(
        context,
        moves.map(({ person, personAt, from, to, postAt, on }) => ({
          person,
          personAt: personAt ?? null,
          from: from ?? null,
          to: to ?? null,
          postAt: postAt ?? null,
          on,
        })),
        momentOf(moments),
      ),
  }),
}))
