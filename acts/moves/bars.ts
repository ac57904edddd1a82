import type { MoveFacts, MoveFinding, MoveJudge } from '../../policy/index.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Scene } from './scene.ts'
import type { Words } from './words.ts'

/** What bars the moves themselves: a post someone may not take or not leave yet, moves that may not happen together. */
export const barChanges = ({ plan, moves, chart, teams }: Scene, judge: MoveJudge): Drafts => {
  const placements = moves.flatMap((move) =>
    judge.placements(move).map((finding) => draftOf(finding, move.on, (words) => moveWords(move, words))),
  )
  const left = new Set(moves.flatMap(({ leaves }) => leaves?.team ?? []))
  const leftTeams = teams.flatMap(({ ref, before }) => (left.has(ref.id) ? [before] : []))
  const together = judge.together(moves, chart, leftTeams).map((finding) => {
    const theirs = moves.filter(({ person }) => finding.people.includes(person.id))
    const on = Math.max(plan.since, ...theirs.map((move) => move.on))
    return draftOf(finding, on, (words) =>
      theirs.map((move) => moveWords(move, words)).join(words.language === 'zh' ? '；' : '; '),
    )
  })
  return { begins: [...placements, ...together], ends: [] }
}

const draftOf = (finding: MoveFinding, on: number, subject: (words: Words) => string): Draft => ({
  kind: finding.kind,
  rule: finding.rule,
  catalogueId: finding.catalogueId,
  effect: finding.effect,
  digest: finding.digest,
  status: finding.status,
  since: on,
  until: null,
  veiled: null,
  tell: (words) => ({
    subject: subject(words),
    subjects: words.subjects(finding.people),
    explain: () => finding.explain(words.language).text,
  }),
})

/** 张伟（P1）离任财政局科长，拟任审计局科长 */
const moveWords = ({ person, takes, leaves }: MoveFacts, words: Words): string => {
  const zh = words.language === 'zh'
  const left = leaves === null ? [] : [`${zh ? '离任' : 'leaves '}${words.post(leaves.post)}`]
  const taken = takes === null ? [] : [`${zh ? '拟任' : 'takes '}${words.post(takes.post)}`]
  return `${words.person(person.id)}${zh ? '' : ' '}${[...left, ...taken].join(zh ? '，' : ', ')}`
}
