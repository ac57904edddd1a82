import type { Installation } from './plugin.ts'

/**
 * What is at work once a document is installed beside what is at work already: a former version of the plugin there gives
 * way from the day this one takes effect, and one that would only begin then never does.
 */
export const installedWith = (
  installations: readonly Installation[],
  next: Omit<Installation, 'effectiveTo'> & Partial<Pick<Installation, 'effectiveTo'>>,
): readonly Installation[] => {
  const others = installations.flatMap((each) => {
    const { jurisdiction, plugin, effectiveFrom, effectiveTo } = each
    const isFormer = jurisdiction === next.jurisdiction && plugin.id === next.plugin.id
    if (!isFormer || (effectiveTo !== null && effectiveTo <= next.effectiveFrom)) return [each]
    return effectiveFrom < next.effectiveFrom ? [{ ...each, effectiveTo: next.effectiveFrom }] : []
  })
  const place = others.findIndex((each) => comesAfter(each, next))
  return others.toSpliced(place < 0 ? others.length : place, 0, { effectiveTo: null, ...next })
}

const comesAfter = (a: Omit<Installation, 'effectiveTo'>, b: Omit<Installation, 'effectiveTo'>): boolean =>
  a.jurisdiction === b.jurisdiction ? a.plugin.id > b.plugin.id : Number(a.jurisdiction) > Number(b.jurisdiction)
