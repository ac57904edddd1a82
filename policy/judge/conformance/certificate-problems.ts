import type { Bilingual } from '../../law/citation.ts'
import { type PluginProblem, type PluginProblemCode, problem } from '../../law/problem.ts'
import type { Certificate, ConformanceItem, ConformancePoint } from './certificate.ts'

/** What an author has to put right before the document can be installed: every refused point, with its counterexample. */
export const certificateProblems = ({ items }: Certificate): readonly PluginProblem[] =>
  items.filter(({ holds, basis }) => !holds && basis !== 'unproved').map(problemOf)

const problemOf = (item: ConformanceItem): PluginProblem => {
  const { path, because, counterexample, superior, remedy = remedies[item.point] } = item
  const story =
    counterexample === null
      ? { zh: '', en: '' }
      : {
          zh: `反例：${counterexample.story.zh}${counterexample.superiorSays.zh}${counterexample.pluginSays.zh}`,
          en: ` Counterexample: ${counterexample.story.en} ${counterexample.superiorSays.en} ${counterexample.pluginSays.en}`,
        }
  return {
    ...problem(codeOf(item), path, [`${because.zh}${story.zh}`, `${because.en}${story.en}`], [remedy.zh, remedy.en]),
    superior,
  }
}

const codeOf = ({ point, verdict }: ConformanceItem): PluginProblemCode => verdict ?? codes[point]

const codes: Readonly<Record<ConformancePoint, PluginProblemCode>> = {
  exemption: 'NOT_EXEMPTABLE',
  delegation: 'NOT_DELEGABLE',
  restatement: 'WEAKER_RESTATEMENT',
  bar: 'MAKES_IMPOSSIBLE',
}

const remedies: Readonly<Record<ConformancePoint, Bilingual>> = {
  exemption: { zh: '删去对该上级规定的豁免。', en: 'Remove this reach of the exemption.' },
  delegation: {
    zh: '删去该值，或者改在授权范围之内。',
    en: 'Remove the value, or keep it within what is handed down.',
  },
  restatement: {
    zh: '使其不弱于上级规定，或者删去 `restates`，作为另一条规则并列。',
    en: 'Make it no weaker than the superior rule, or remove `restates` and let both stand.',
  },
  bar: {
    zh: '使禁止只及于某些去向，或者写明上级必须交流的人除外。',
    en: 'Let the bar speak of some destinations only, or except the people whom the superior rule moves.',
  },
}
