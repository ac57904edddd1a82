import type { DayText } from '../policy/index.ts'

/** Where the bundled documents are put to work in the synthetic world, superior before subordinate. */
export interface DemoInstallation {
  readonly plugin: string
  readonly at: string
  /** Absent: the first day the document is law. */
  readonly effectiveFrom?: DayText
}

/**
 * The unnamed district and county of the sources have no place of their own. Binding their templates to Yuelu (Changsha)
 * and Wuyi (Jinhua), and the day that starts, is invention: it says nothing about what those governments decided.
 */
export const installations: readonly DemoInstallation[] = [
  { plugin: 'national', at: '100000' },
  { plugin: 'guizhou', at: '520000' },
  { plugin: 'yangzhou', at: '321000' },
  { plugin: 'luohe', at: '411100' },
  { plugin: 'jiujiang', at: '360400' },
  { plugin: 'dongcheng', at: '110101' },
  { plugin: 'template-district', at: '430104', effectiveFrom: '2023-01-01' },
  { plugin: 'template-county', at: '330723', effectiveFrom: '2024-01-01' },
]
