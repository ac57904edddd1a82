/** The program of one worker thread of a preview. */
import { serveStretches } from '../crew/serve-stretches.ts'
import { stretchComparer } from './compare-stretch.ts'

await serveStretches(stretchComparer)
