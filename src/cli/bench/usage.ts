// Usage — what is said to somebody whose command was not understood.

const usage = `usage: ./loket bench finger [--scans DIR …] [--json]
       ./loket bench afis [--persons N] [--probes N] [--donors N] [--json]

  finger   what the fingerprint engine costs on one core, CPU time, each set weighing alike:
           extraction, one to one, comparisons, bytes of a template; each kernel in TypeScript and
           in WebAssembly. Without folders (--scans a b c, files FINGER_IMPRESSION.png) on synthetic
           prints. scoresSha256 is the digest of the rows that finger scores writes of these folders.
  afis     one against all: searches by ten fingers and by one, of people half of whom come a second
           time, in a gallery of so many people (10,000 where nothing is said) who do not exist. They
           are made once and kept in LOKET_HOME/bench: a million take about half an hour and 6 GB.
`

export function wrongUsage(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`)
  return 2
}
