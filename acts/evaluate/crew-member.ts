/** The program of one worker thread of an evaluation. */
import { serveStretches } from '../crew/serve-stretches.ts'
import { stretchJudge } from './judge-stretch.ts'

await serveStretches(stretchJudge)
