// Usage — what is said to somebody whose command was not understood.

const usage = `usage: ./loket afis recall --scans DIR … [--persons N] [--donors N] [--json]

  recall   whom the search loses that the full matcher finds: people of the folders (files
           PERSON-FINGER_VISIT.png or FINGER_VISIT.png) come again, among their own mirrored prints
           alone, and among as many people who do not exist as --persons says (10,000)
`

export function wrongUsage(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`)
  return 2
}
