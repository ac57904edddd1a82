import type { Sex } from '../../vocabulary.ts'
import type { KinGraph } from '../kin-edge.ts'
import type { KinStep, Kinship } from '../kinship.ts'

type Words = readonly [man: string, woman: string, unknown: string]

/** A tie as it is said one person after the other; a parent and another child of theirs are said as a sibling. */
type Link = KinStep['tie'] | 'SIBLING'

const zh: Readonly<Record<Link, Words>> = {
  PARENT: ['父亲', '母亲', '父母'],
  CHILD: ['儿子', '女儿', '子女'],
  SPOUSE: ['丈夫', '妻子', '配偶'],
  SIBLING: ['兄弟', '姐妹', '兄弟姐妹'],
  DECLARED: ['亲属', '亲属', '亲属'],
  SPECIAL_INTEREST: ['特殊利益关系人', '特殊利益关系人', '特殊利益关系人'],
}

const en: Readonly<Record<Link, Words>> = {
  PARENT: ['father', 'mother', 'parent'],
  CHILD: ['son', 'daughter', 'child'],
  SPOUSE: ['husband', 'wife', 'spouse'],
  SIBLING: ['brother', 'sister', 'sibling'],
  DECLARED: ['relative', 'relative', 'relative'],
  SPECIAL_INTEREST: ['associate', 'associate', 'associate'],
}

const elder = { zh: { M: '哥哥', F: '姐姐' }, en: { M: 'elder brother', F: 'elder sister' } } as const
const younger = { zh: { M: '弟弟', F: '妹妹' }, en: { M: 'younger brother', F: 'younger sister' } } as const

/** A kinship said tie by tie, from the person outward: 妻子的哥哥的妻子, wife’s elder brother’s wife. */
export const kinPathWords = (kinship: Kinship, graph: KinGraph, language: 'zh' | 'en'): string => {
  const { person, path } = kinship
  const words: string[] = []
  let from = person
  for (let i = 0; i < path.length; i += 1) {
    const [step, next] = [path[i], path[i + 1]]
    if (step === undefined) break
    const sibling = step.tie === 'PARENT' && next?.tie === 'CHILD'
    const to = sibling ? next.to : step.to
    if (sibling) i += 1
    words.push(
      sibling
        ? siblingWord(graph, from, to, language)
        : (declaredWord(step, graph, from, language) ?? worded(language, step.tie, graph.relative(to).sex)),
    )
    from = to
  }
  return language === 'zh' ? words.join('的') : words.join('’s ')
}

const worded = (language: 'zh' | 'en', link: Link, sex: Sex | null): string => {
  const [man, woman, unknown] = (language === 'zh' ? zh : en)[link]
  return sex === 'M' ? man : sex === 'F' ? woman : unknown
}

const siblingWord = (graph: KinGraph, from: string, to: string, language: 'zh' | 'en'): string => {
  const [one, other] = [graph.relative(to), graph.relative(from)]
  if (one.sex !== null && one.birth !== null && other.birth !== null) {
    if (one.birth.hi < other.birth.lo) return elder[language][one.sex]
    if (other.birth.hi < one.birth.lo) return younger[language][one.sex]
  }
  return worded(language, 'SIBLING', one.sex)
}

/** A declared term stays the word it was declared with; from the other side it says what the person is to the relative. */
const declaredWord = (step: KinStep, graph: KinGraph, from: string, language: 'zh' | 'en'): string | null => {
  const edge = step.tie === 'DECLARED' ? graph.edges(from).find(({ id }) => id === step.edge) : undefined
  if (edge === undefined) return null
  if (edge.declared) return language === 'zh' ? edge.relation : `relative (declared as ${edge.relation})`
  return language === 'zh'
    ? `亲属（对方申报其为${edge.relation}）`
    : `relative (who declared this one as ${edge.relation})`
}
