/** Node starts a thread without the loader of its parent: this much must be JavaScript. */
import { register } from 'tsx/esm/api'

register()
await import('./crew-member.ts')
