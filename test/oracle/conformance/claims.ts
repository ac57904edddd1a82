import type {
  Delegation,
  Divisions,
  Installation,
  Parameter,
  ParameterValue,
  PluginDocument,
  Rule,
} from '../../../policy/index.ts'

/** What a lower document says of its superiors: as it is written, or as far as they let it. */
export type Claims = 'written' | 'let'

/** The superiors as a lower document would have them. */
export const claimed = (
  superiors: readonly Installation[],
  lower: PluginDocument,
  at: string,
  divisions: Divisions,
  claims: Claims,
): readonly Installation[] => {
  const lets = (rule: Rule, name: string) => opened(rule, name, lower, divisions.autonomous(at))
  const isHandedDown = (id: string, name: string) =>
    superiors.some(({ plugin }) => plugin.id === id && plugin.rules.some((rule) => lets(rule, name).length > 0))
  return superiors.map((installation) => {
    let document = claims === 'written' ? exempting(installation.plugin, lower) : installation.plugin
    for (const [full, parameter] of Object.entries(lower.delegated ?? {})) {
      const [id = '', name = ''] = full.split('/')
      if (id !== document.id || document.parameters[name] === undefined) continue
      for (const rule of document.rules) {
        const open = lets(rule, name)
        if (claims === 'written' && (open.length > 0 || !isHandedDown(id, name)))
          document = judgedWith(document, rule, name, parameter.values)
        if (claims === 'let' && open.length > 0) {
          const lawful = parameter.values.map((dated) =>
            dated.value !== null && open.some((range) => inRange(dated.value, range))
              ? dated
              : { ...dated, value: null },
          )
          document = judgedWith(document, rule, name, lawful)
        }
      }
    }
    return { ...installation, plugin: document }
  })
}

/** As if every rule the document exempts from had let its level. */
const exempting = (document: PluginDocument, lower: PluginDocument): PluginDocument => ({
  ...document,
  rules: document.rules.map((rule) =>
    rule.kind === 'rotation' ? { ...rule, exemptable: [...(rule.exemptable ?? []), lower.level] } : rule,
  ),
})

const opened = (rule: Rule, name: string, { level }: PluginDocument, autonomous: boolean): readonly Delegation[] =>
  (rule.kind === 'exemption' ? [] : (rule.delegable ?? [])).filter(
    ({ parameter, to, areas }) => parameter === name && to.includes(level) && (areas === undefined || autonomous),
  )

const years = (value: unknown): number | null => {
  if (typeof value === 'number') return value
  const [, digits] = (typeof value === 'string' ? /^P(\d+)Y$/.exec(value) : null) ?? []
  return digits === undefined ? null : Number(digits)
}

const inRange = (value: ParameterValue | null, { min, max }: Delegation): boolean => {
  if (Array.isArray(value)) {
    const has = (all: unknown, some: unknown) =>
      Array.isArray(all) && Array.isArray(some) && some.every((word) => all.includes(word))
    return (min === undefined || has(value, min)) && (max === undefined || has(max, value))
  }
  const [own, least, most] = [years(value), years(min), years(max)]
  return (
    own !== null &&
    (min === undefined || (least !== null && own >= least)) &&
    (max === undefined || (most !== null && own <= most))
  )
}

/** The document with one rule judged by other values of a parameter, which stand in the place of its own where they are set. */
const judgedWith = (
  document: PluginDocument,
  rule: Rule,
  name: string,
  values: Parameter['values'],
): PluginDocument => {
  const own = document.parameters[name]
  if (own === undefined) return document
  const local = `${name}-of-${rule.id}`
  const starts = [...new Set([...own.values, ...values].map(({ from }) => from))].sort()
  const merged = starts.map((from) => {
    const standing = (of: Parameter['values']) => of.findLast((dated) => dated.from <= from)
    const set = standing(values)
    const dated = set !== undefined && set.value !== null ? set : standing(own.values)
    return { from, value: dated?.value ?? null, cite: rule.cite }
  })
  const renamed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(renamed)
    if (typeof part !== 'object' || part === null) return part
    if ('param' in part && part.param === name) return { param: local }
    if ('ref' in part) return renamed(document.definitions[String(part.ref)])
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, renamed(value)]))
  }
  const { delegable, ...body } = rule as Rule & { delegable?: unknown }
  return {
    ...document,
    parameters: { ...document.parameters, [local]: { ...own, values: merged } },
    rules: document.rules.map((each) =>
      each.id === rule.id ? ({ ...(renamed(body) as Rule), delegable } as Rule) : each,
    ),
  }
}
