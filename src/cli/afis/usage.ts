// Usage — what is said to somebody whose command was not understood.

const usage = `usage: ./loket afis recall --scans DIR … [--persons N] [--donors N] [--rows FILE] [--json]

  recall   whom the search loses that the full matcher finds, compared with everybody one by one. The
           first print of each finger of the folders (FINGER_VISIT.png; or PERSON-FINGER_VISIT.png,
           whose people come with four and with ten fingers, too) is enrolled, the others are searched
           for, each alone and its position unknown: once among all the folders' prints mirrored, once
           among as many people who do not exist as --persons says (10,000). A finger's name means
           somebody within its folder: nobody is told apart from people of another folder, where the
           same person may stand under another name.
           --rows writes of each single print among the people who do not exist: probe, mate, rank and
           score by the search, rank and score by the full matcher with everybody; empty where the
           search did not find the mate. --donors says how many fingers grow for those people to be
           made of (300). These, and what was compared already, are kept in LOKET_HOME/bench.
           100,000 people and 300 prints take two cores about an hour.
`

export function wrongUsage(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`)
  return 2
}
