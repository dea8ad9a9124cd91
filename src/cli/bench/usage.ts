// Usage — what is said to somebody whose command was not understood.

const usage = `usage: ./loket bench finger [--scans DIR …] [--json]
       ./loket bench afis [--persons N] [--probes N] [--donors N]
                          [--matchers N [--replicas N] [--partitions N]] [--json]
       ./loket bench center [--offices N] [--packets N] [--json]
       ./loket bench scale --afis FILE --matchers FILE [--cores N] [--ram GB] [--network MS] [--peak N]
                           [--registrations A-YEAR] [--price A-MACHINE-AND-MONTH] [--json]

  finger   what the fingerprint engine costs on one core, CPU time, each set weighing alike:
           extraction, one to one, comparisons, bytes of a template; each kernel in TypeScript and
           in WebAssembly. Without folders (--scans a b c, files FINGER_IMPRESSION.png) on synthetic
           prints. scoresSha256 is the digest of the rows that finger scores writes of these folders.
  afis     one against all: searches by ten fingers and by one, of people half of whom come a second
           time, in a gallery of so many people (10,000 where nothing is said) who do not exist. They
           are made once and kept in LOKET_HOME/bench: a million take about half an hour and 6 GB.
           With --matchers the same people (100,000 where nothing is said) stand in a PostgreSQL of its
           own as well and are held by so many processes, in two partitions for each process or as
           many as partitions says, each by two processes or as many as replicas says, and asked over
           a nats-server of its own. They are searched there and, turn by turn, in this process by as
           many threads: cost says what share of the throughput the processes cost, and how much more
           CPU time they take; below 0 they came out ahead.
  center   a data centre of its own: how long an office waits for the acknowledgment of a packet of
           2 MB while all offices (30) send at once, and the packets (60) a second that it decides,
           from the first announcement to the last decision. Beside it: the same bytes written to
           this disk, and the extraction alone. The prints grow once, into LOKET_HOME/bench.
  scale    from what bench afis and bench afis --matchers printed as JSON to a million, ten million and
           all who are obliged to hold a card: memory, machines, search time. Computed, not measured.
`

export function wrongUsage(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`)
  return 2
}
