// Usage — what is said to somebody whose command was not understood.

const usage = `usage: ./loket bench finger [--scans DIR …] [--json]

  finger   what the fingerprint engine costs on one core, CPU time, each set weighing alike:
           extraction, one to one, comparisons, bytes of a template; each kernel in TypeScript and
           in WebAssembly. Without folders (--scans a b c, files FINGER_IMPRESSION.png) on synthetic
           prints. scoresSha256 is the digest of the rows that finger scores writes of these folders.
`

export function wrongUsage(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`)
  return 2
}
