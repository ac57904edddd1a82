import { readFileSync } from 'node:fs'

/** Most memory this process ever had resident, in MiB. Linux says it of this process alone; elsewhere, what was accounted. */
export const peakMemory = (): number => {
  const kibibytes =
    process.platform === 'linux'
      ? Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
      : process.resourceUsage().maxRSS
  return kibibytes / 1024
}
