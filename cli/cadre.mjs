#!/usr/bin/env node
// The sources run as they are written; see docs/decisions/0005.
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')
