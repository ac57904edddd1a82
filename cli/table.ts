import Table from 'cli-table3'

/** Rows as a table for a terminal; Chinese characters are counted two columns wide. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } })
  for (const row of rows) table.push([...row])
  return table.toString()
}
