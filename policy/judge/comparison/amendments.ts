import type { Bilingual, Instrument } from '../../law/citation.ts'
import type { DatedValue, Parameter } from '../../law/dated.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import type { Clause } from '../../law/rule.ts'
import { valueWords } from '../wording/parameter.ts'
import { inLanguage, type Language } from '../wording/words.ts'
import {
  type Amendment,
  changedPairs,
  citationWords,
  type Difference,
  differencesIn,
  forceWords,
  kindOf,
  type Member,
  type Pair,
} from './amendment.ts'
import { ruleAmendments } from './rule-amendments.ts'

/** What leads from one version of a policy to the next: by rule, value and clause, not by line of text. Empty: the same law. */
export const amendments = (before: PluginDocument, after: PluginDocument, language: Language): readonly Amendment[] => [
  ...identityAmendment({ id: after.id, before, after }, language),
  ...instrumentAmendments(before, after, language),
  ...ruleAmendments(before, after, language),
  ...valueAmendments(before, after, language),
  ...clauseAmendments(before, after, language),
  ...bare('definition', Object.entries(before.definitions), Object.entries(after.definitions), ([name]) => name),
  ...bare('case', before.cases, after.cases, ({ name }) => name),
]

const said = (text: Bilingual, language: Language) => inLanguage(language, text.zh, text.en)

const identityAmendment = (pair: Pair<PluginDocument>, language: Language): readonly Amendment[] => {
  const differences = differencesIn(pair, [
    ['编号', 'id', ({ id }) => id],
    ['版本', 'version', ({ version }) => version],
    ['名称', 'name', ({ name }) => said(name, language)],
    ['层级', 'level', ({ level }) => level],
    ['辖区', 'jurisdiction', ({ jurisdiction = null }) => jurisdiction],
    ['核对之日', 'reviewed on', ({ reviewedOn }) => reviewedOn],
    ['所读信息类别', 'classes read', ({ reads = [] }) => [...reads].sort().join(' ') || null],
  ])
  if (differences.length === 0) return []
  return [{ part: 'identity', id: pair.id, title: '', kind: 'CHANGED', before: null, after: null, differences }]
}

const instrumentAmendments = (before: PluginDocument, after: PluginDocument, language: Language) =>
  changedPairs(before.instruments, after.instruments, ({ id }) => id).map((pair): Amendment => {
    const members: readonly Member<Instrument>[] = [
      ['名称', 'title', ({ title }) => said(title, language)],
      ['制定机关', 'issuer', ({ issuer }) => said(issuer, language)],
      ['印发之日', 'issued on', ({ issuedOn = null }) => issuedOn],
      ['施行', 'in force', ({ inForce }) => forceWords(inForce, language)],
    ]
    const { title } = pair.after ?? pair.before ?? { title: { zh: '', en: '' } }
    return {
      ...{ part: 'instrument', id: pair.id, title: said(title, language), kind: kindOf(pair) },
      ...{ before: null, after: null, differences: differencesIn(pair, members) },
    }
  })

/** Values of this document and those it sets for a superior, each day on which one starts told apart. */
const valueAmendments = (before: PluginDocument, after: PluginDocument, language: Language): readonly Amendment[] => {
  const valuesOf = ({ parameters, delegated }: PluginDocument) => Object.entries({ ...parameters, ...delegated })
  return changedPairs(valuesOf(before), valuesOf(after), ([name]) => name).map((pair): Amendment => {
    const [was, is] = [pair.before?.[1], pair.after?.[1]]
    return {
      part: 'value',
      id: pair.id,
      title: said((is ?? was)?.title ?? { zh: '', en: '' }, language),
      kind: kindOf(pair),
      before: null,
      after: null,
      differences: [...titleDifference(was, is, language), ...datedDifferences(was, is, language)],
    }
  })
}

const titleDifference = (was: Parameter | undefined, is: Parameter | undefined, language: Language) =>
  differencesIn({ id: '', before: was, after: is }, [['名称', 'title', ({ title }) => said(title, language)]])

const datedDifferences = (
  was: Parameter | undefined,
  is: Parameter | undefined,
  language: Language,
): readonly Difference[] =>
  changedPairs(was?.values ?? [], is?.values ?? [], ({ from }) => from)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id: from, before, after }): readonly Difference[] => {
      const [a, b] = [wordsOf(before, language), wordsOf(after, language)]
      if (a !== b) return [{ what: { zh: `自${from}起`, en: `from ${from}` }, before: a, after: b }]
      return differencesIn({ id: from, before, after }, [
        [`自${from}起的出处`, `citation from ${from}`, ({ cite }) => citationWords(cite, language)],
      ])
    })

const wordsOf = (dated: DatedValue | undefined, language: Language) =>
  dated === undefined ? null : valueWords(dated.value, language)

const clauseAmendments = (before: PluginDocument, after: PluginDocument, language: Language) =>
  changedPairs(before.clauses, after.clauses, ({ catalogueId }) => catalogueId).map((pair): Amendment => {
    const textOf = (clause: Clause | undefined) => (clause === undefined ? null : said(clause.text, language))
    const members: readonly Member<Clause>[] = [
      ['名称', 'title', ({ title }) => said(title, language)],
      ['出处', 'citation', ({ cite }) => citationWords(cite, language)],
      ['处理', 'status', ({ status }) => (typeof status === 'string' ? status : `later: ${status.later}`)],
    ]
    const { title } = pair.after ?? pair.before ?? { title: { zh: '', en: '' } }
    return {
      ...{ part: 'clause', id: pair.id, title: said(title, language), kind: kindOf(pair) },
      ...{ before: textOf(pair.before), after: textOf(pair.after), differences: differencesIn(pair, members) },
    }
  })

/** Parts of which it is enough to know that they changed. */
const bare = <T>(
  part: Amendment['part'],
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
): readonly Amendment[] =>
  changedPairs(before, after, nameOf).map((pair) => ({
    ...{ part, id: pair.id, title: '', kind: kindOf(pair), before: null, after: null, differences: [] },
  }))
