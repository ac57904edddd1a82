import type { PolicyAsked } from '../acts/bench.ts'
import { chainsOf } from '../acts/governing.ts'
import { replayed } from '../acts/replays/replay-person.ts'
import { day } from '../policy/index.ts'
import { asOfArgs, seenAt, within } from './as-of.ts'
import { refuse } from './bad-input.ts'
import { type Hearing, type HearingKey, hearingLoader } from './bench.ts'
import { builder } from './builder.ts'
import { Finding } from './finding.ts'
import { bookOf } from './finding-book.ts'
import { JudgedUnder, underOf } from './judged-under.ts'
import { familyWithheld, LaterFact, LaterPolicy } from './later-fact.ts'
import { laterFactsLoader, laterPoliciesLoader } from './later-loader.ts'
import { Person, type PersonSeen } from './person.ts'
import { ReplayChange } from './replay-change.ts'
import { rowKey } from './row-loader.ts'

/** One person on the three axes, beside the same person now. */
interface ReplaySeen {
  readonly person: PersonSeen
  readonly of: HearingKey & { readonly policy: PolicyAsked }
  readonly before: Hearing
  readonly after: Hearing
  readonly years: number
}

const mostYears = 40

export const Replay = builder.objectRef<ReplaySeen>('Replay')

Replay.implement({
  description:
    'What we would have said of a person on a day, with what we knew at one moment, under the policy installed at another; and how what we say now differs. 回溯认定。',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The day it speaks of. 所问之日。', resolve: ({ of }) => of.at.on }),
    knownAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'By what we knew at this moment; null: now. 按当时记录。',
      resolve: ({ of }) => of.at.knownAt,
    }),
    judgedUnder: t.field({
      type: JudgedUnder,
      nullable: true,
      description: 'Under which policies. 所依据的政策。',
      resolve: ({ of }, _args, context) => underOf(context, of),
    }),
    findings: t.field({
      type: [Finding],
      description: 'What we would have said, strictest first. 当时的认定。',
      resolve: async ({ of }, _args, context) => [...(await bookOf(of).findings(context, { ...of, rule: null }))],
    }),
    changes: t.field({
      type: [ReplayChange],
      description:
        'How what we say now differs: felt on the day, or within the years asked for. None: the same is said. 与现在认定的差异。',
      resolve: ({ of, before, after, years }) => {
        const { knownAt, on } = of.at
        const asked = { on: day(on), knownAt, policyAt: of.policy.policyAt, years }
        const found = replayed(benchOf(before), benchOf(after), asked)
        // The rule is quoted from the document of now where it still stands there.
        const installations = [...before.bench.judge.installations, ...after.bench.judge.installations]
        return (found?.changes ?? []).map((change) => ({ change, installations, of }))
      },
    }),
    laterFacts: t.field({
      type: [LaterFact],
      description:
        'What was recorded of the person later than `knownAt`, in that order: career, states, file, evidence, the posts ever held and their units; ties of kinship to those who may read the family class. 后来记录的事实。',
      resolve: async ({ of }, _args, context) => [
        ...(await context.load(laterFactsLoader, { ...of, seesFamily: context.sees.family })),
      ],
    }),
    familyWithheld: t.boolean({
      description: familyWithheld,
      resolve: (_replay, _args, { sees }) => !sees.family,
    }),
    laterPolicies: t.field({
      type: [LaterPolicy],
      description:
        'Policies on the chains of the person that were installed, replaced or ended later than `policyAt`, in that order. 后来安装或变动的政策。',
      resolve: async ({ person, of, before, after }, _args, context) => {
        const { policyAt } = of.policy
        if (policyAt === null) return []
        const later = await context.load(laterPoliciesLoader, policyAt)
        const chains = chainsOf([before.person, after.person], [person.authority])
        return later.filter(({ jurisdiction }) => chains.has(jurisdiction)).map((policy) => seenAt(policy, of.at))
      },
    }),
  }),
})

const benchOf = ({ bench, person }: Hearing) => ({ ...bench, people: [person] })

builder.objectField(Person, 'replay', (t) =>
  t.field({
    type: Replay,
    nullable: true,
    description:
      'What we would have said then, and how what we say now differs, with the facts and policies recorded later. 回溯认定及与现在的差异。',
    args: {
      ...asOfArgs(t.arg),
      policyAt: t.arg({
        type: 'DateTime',
        description: 'Under what was installed at this moment; default now. 按当时安装的政策。',
      }),
      years: t.arg.int({
        defaultValue: 0,
        description: 'Differences felt so many years after the day, too: 0 to 40. 一并比较其后若干年。',
      }),
    },
    resolve: async (person, { policyAt, years, ...args }, context) => {
      const ahead = years ?? 0
      if (ahead < 0 || ahead > mostYears)
        refuse(`\`years\` ${ahead} is not within 0 to ${mostYears}. 年数须在 0 至 ${mostYears} 之间。`)
      const at = within(person.at, args)
      const of = { ...rowKey(person, at), policy: { policyAt: policyAt ?? null, shadow: null } }
      const [before, after] = await Promise.all([
        context.load(hearingLoader, of),
        context.load(hearingLoader, rowKey(person, { on: at.on, knownAt: null })),
      ])
      return before === null || after === null ? null : { person, of, before, after, years: ahead }
    },
  }),
)
