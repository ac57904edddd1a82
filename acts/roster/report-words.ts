/** The sheet of a problem report that lists all problems; a corrected report may be imported again, and this sheet is left aside. */
export const reportSheet = '导入问题'

/** Headings of the columns a report adds to each sheet; left aside likewise. */
export const reportHeadings: readonly string[] = ['问题', '处理办法']
