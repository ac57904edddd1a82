import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'
import { sampleFont, sampleSheets } from './sheets.ts'

/** `npm run sample`: writes the roster that the README offers to try with. */
await writeExcelFile(sampleSheets(), sampleFont).toFile(fileURLToPath(new URL('roster.xlsx', import.meta.url)))
process.stdout.write('demo/sample/roster.xlsx\n')
