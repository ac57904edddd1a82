/** The sheet of a problem report that lists all problems; a corrected report may be imported again, and this sheet is left aside. */
export const reportSheet = '导入问题'

/** Headings of the two columns a report adds to each sheet; left aside likewise. */
export const reportHeadings: readonly [reason: string, remedy: string] = ['导入问题', '导入问题处理办法']
