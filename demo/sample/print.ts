import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'
import { sampleSheets } from './sheets.ts'

/** `npm run sample`: writes the roster that the README offers to try with. */
const path = fileURLToPath(new URL('roster.xlsx', import.meta.url))
await writeExcelFile(sampleSheets(), { fontFamily: 'SimSun', fontSize: 11 }).toFile(path)
process.stdout.write(`demo/sample/roster.xlsx\n`)
