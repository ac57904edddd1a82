import { digestFor } from '../acts/evaluate/policy.ts'
import { governing } from '../acts/governing.ts'
import { divisionOf } from '../db/divisions.ts'
import { divisionOrder, type Installation } from '../policy/index.ts'
import { type Seen, seenAt } from './as-of.ts'
import { type HearingKey, hearingLoader } from './bench.ts'
import { builder } from './builder.ts'
import { ChainLink } from './chain-link.ts'
import type { Context } from './context.ts'
import { Finding } from './finding.ts'
import { hearingOf } from './finding-book.ts'
import { personLoader } from './person.ts'

/** What a person was judged by, when it was not the record that answered. */
export interface Under {
  readonly policyAt: string | null
  readonly digest: string
  readonly links: readonly (Installation & Seen)[]
}

export const JudgedUnder = builder.objectRef<Under>('JudgedUnder')

JudgedUnder.implement({
  description: 'The policies by which a person was judged anew. 重新认定所依据的政策。',
  fields: (t) => ({
    policyAt: t.expose('policyAt', {
      type: 'DateTime',
      nullable: true,
      description: 'As they were installed at this moment; null: as they are now. 政策安装时点。',
    }),
    digest: t.exposeString('digest', {
      description:
        'Names the exact set installed on the chain of the authority where the file lies, as that of an evaluation does. 政策摘要值。',
    }),
    installations: t.field({
      type: [ChainLink],
      description: 'Those at work on the day that may judge this person, the nation first. 当日适用的政策。',
      resolve: ({ links }) => [...links],
    }),
  }),
})

/** By what someone is judged; `null` when they are not in the graph. */
export const underOf = async (context: Context, of: HearingKey): Promise<Under | null> => {
  const [hearing, person] = await Promise.all([
    context.load(hearingLoader, of),
    context.load(personLoader, { root: of.root, id: of.id, at: of.at }),
  ])
  if (hearing === null || person === null) return null
  const { installations } = hearing.bench.judge
  const { on } = of.at
  const links = governing(installations, [hearing.person], [person.authority])
    .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on < effectiveTo))
    .toSorted((a, b) => levelOf(a) - levelOf(b))
    .map((link) => seenAt(link, of.at))
  return { policyAt: of.policy?.policyAt ?? null, digest: digestFor(person.authority, installations), links }
}

const levelOf = ({ jurisdiction }: Installation): number =>
  divisionOrder.indexOf(divisionOf(jurisdiction)?.level ?? 'county')

builder.objectField(Finding, 'judgedUnder', (t) =>
  t.field({
    type: JudgedUnder,
    nullable: true,
    description:
      'What it was judged by, where it was judged anew when asked for; null: the record says it, see `evaluation` of the authority. 所依据的政策。',
    resolve: (finding, _args, context) => (finding.policy === undefined ? null : underOf(context, hearingOf(finding))),
  }),
)
