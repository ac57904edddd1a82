import type { Bilingual } from '../../law/citation.ts'
import type { DocumentPath } from '../../law/problem.ts'
import type { ConformanceBasis, ConformanceItem, ConformancePoint, Counterexample } from './certificate.ts'
import { bindsWords } from './rule-words.ts'
import { named, type SuperiorRule } from './superior-rules.ts'
import type { Officer } from './witness/officer.ts'
import { storyOf } from './witness/story.ts'

/** One point of the document, before it is decided. */
export interface Asked {
  readonly point: ConformancePoint
  readonly path: DocumentPath
  readonly superior: SuperiorRule
}

export const holding = (
  { point, path, superior }: Asked,
  basis: Extract<ConformanceBasis, 'allowed' | 'proved'>,
  because: Bilingual,
): ConformanceItem => ({ point, path, superior: named(superior), holds: true, basis, because, counterexample: null })

export const unproved = ({ point, path, superior }: Asked, because: Bilingual): ConformanceItem => ({
  point,
  path,
  superior: named(superior),
  holds: false,
  basis: 'unproved',
  because,
  counterexample: null,
})

/** Refused, with the officer whom it would release where one was found. */
export const refusing = (
  { point, path, superior }: Asked,
  because: Bilingual,
  officer: Officer | null,
  pluginSays: (officer: Officer) => Bilingual,
): ConformanceItem => {
  const item = { point, path, superior: named(superior), holds: false }
  if (officer !== null)
    return {
      ...item,
      basis: 'refuted',
      because,
      counterexample: counterexample(superior, officer, pluginSays(officer)),
    }
  return {
    ...item,
    basis: 'competence',
    because: {
      zh: `${because.zh}依权限不予准许，未找到例证。`,
      en: `${because.en} Refused by competence, no witness found.`,
    },
    counterexample: null,
  }
}

const counterexample = (superior: SuperiorRule, officer: Officer, pluginSays: Bilingual): Counterexample => ({
  story: storyOf(officer),
  onDay: officer.on,
  superiorSays: bindsWords(superior.rule, superior.installation.plugin, officer.on),
  pluginSays,
  officer,
})
