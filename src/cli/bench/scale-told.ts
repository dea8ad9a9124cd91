// Scale told — what `bench scale` computed, as the tables of docs/scale.md.

import type { Scale, Scaled } from './scale-figures.ts'

/** Markdown; what was measured, what is assumed, and what follows. */
export function renderScale({ assumed, measured, roundTripMs, rows }: Scale): string {
  const { gallery, matchers } = measured
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return [
    table(
      ['measured', 'in one process', `in ${matchers.matchers} matchers`],
      [
        ['people in the gallery', whole(gallery.persons), whole(matchers.persons)],
        ['partitions', '–', whole(matchers.partitions)],
        ['copies of each partition', '1', whole(matchers.replicas)],
        ['cores', whole(gallery.machine.cores), whole(matchers.machine.cores)],
        [
          'processes that wanted a core, mean of the last minute',
          short(gallery.machine.load),
          short(matchers.machine.load),
        ],
        ['bytes a person and copy', whole(gallery.bytesPerPerson), '–'],
        ['one search, ms of a core', short(gallery.search.cpuMs), short(matchers.pace.cpuMs)],
        ['the same in one process, ms of a core', '–', short(matchers.inProcess.pace.cpuMs)],
        ['one search alone, p50 / p95 ms', ofTimes(gallery.search), '–'],
        ['searches a second, four at once', '–', short(matchers.pace.searchesPerSecond)],
        ['the same in one process', '–', short(matchers.inProcess.pace.searchesPerSecond)],
        ['throughput that the processes cost', '–', percent(matchers.cost.throughput)],
        ['a round trip with nothing to search, ms', '–', short(roundTripMs - assumed.networkMs)],
        ['newcomers a second that all matchers have', '–', whole(matchers.enrollPerSecond)],
        ['bytes of rows a person in PostgreSQL', '–', whole(matchers.rowBytesPerPerson)],
        ['start from snapshots, s', short(gallery.coldStartSeconds), '–'],
        ['start from the database, s', '–', short(matchers.rebuildSeconds)],
      ],
    ),
    table(
      ['assumed', ''],
      [
        ['cores of a machine, as fast as the measured one', whole(assumed.cores)],
        ['memory of a machine, GB', whole(assumed.ramGb)],
        ['of that for the gallery', percent(assumed.ramShare)],
        ['of the cores busy in the busiest hours, at most', percent(assumed.busyShare)],
        ['copies of each partition', whole(assumed.replicas)],
        ['network, ms each round trip, beside what was measured', short(assumed.networkMs)],
        ['first registrations a year, whole nation', whole(assumed.firstPerYear)],
        ['working days a year, hours a day', `${assumed.workingDays}, ${assumed.workingHours}`],
        ['busiest hours against the average', short(assumed.peak)],
        ['partitions for each core, at least', short(assumed.partitionsPerCore)],
        ['a packet, MB', short(assumed.packetMb)],
      ],
    ),
    table(
      ['computed', ...rows.map((it) => `${whole(it.persons)} people`)],
      [
        ...lines.map(([name, of]) => [name, ...rows.map(of)]),
        ...(rows.some((it) => it.pricePerMonth !== undefined)
          ? [['price a month', ...rows.map((it) => whole(it.pricePerMonth ?? 0))]]
          : []),
      ],
    ),
  ].join('\n')
}

const lines: readonly (readonly [string, (it: Scaled) => string])[] = [
  ['memory of all copies, GB', (it) => short(it.memoryGb)],
  ['first registrations a second, busiest hours', (it) => short(it.searchesPerSecond)],
  ['one search, seconds of a core', (it) => short(it.searchCpuMs / 1_000)],
  ['machines that the memory needs', (it) => whole(it.machines.byMemory)],
  ['machines that the searches need', (it) => whole(it.machines.byCores)],
  ['**machines**', (it) => `**${whole(it.machines.needed)}**`],
  ['cores, all machines', (it) => whole(it.coresPaid)],
  ['partitions', (it) => whole(it.partitions)],
  ['threads that have a copy', (it) => whole(it.threads)],
  ['of these busy in the busiest hours', (it) => `${(100 * it.busy).toFixed(0)} %`],
  ['**one search alone, p50 / p95 ms**', (it) => `**${ofTimes(it.alone)}**`],
  ['**in the busiest hours, p50 / p95 ms**', (it) => inTime(it, `**${ofTimes(it.busiest)}**`)],
  ['the lock of decisions is held, p95 ms', (it) => inTime(it, short(it.lockMs))],
  ['decisions a second that it allows', (it) => inTime(it, short(it.decisionsPerSecondMax))],
  ['messages a second over NATS', (it) => whole(it.messagesPerSecond)],
  ['MB a second over NATS', (it) => short(it.mbPerSecond)],
  ['largest answer of a matcher, kB', (it) => short(it.closeAnswerBytes / 1_000)],
  ['people that the center has in hand in a search', (it) => whole(it.hitsAtCenter)],
  ['questions of matchers to PostgreSQL, a second', (it) => whole(it.queriesPerSecond)],
  ['all copies from the database, hours', (it) => short(it.rebuildHours)],
  ['rows of people in the database, GB', (it) => short(it.rowsGb)],
  ['packets that are kept, TB', (it) => short(it.packetsTb)],
  ['to search for everybody anew, days on all cores', (it) => short(it.everybodyAnewDays)],
  ['a human looks from a score of, ten fingers', (it) => it.thresholds.tenFingers.toFixed(1)],
  ['the same, one finger', (it) => it.thresholds.oneFinger.toFixed(1)],
  ['the machine is certain from', (it) => it.thresholds.certain.toFixed(1)],
]

/** Where more comes than can be done no time means anything. */
const inTime = ({ busy }: Scaled, told: string) => (busy < 1 ? told : 'the line grows')

const ofTimes = ({ p50Ms, p95Ms }: { readonly p50Ms: number; readonly p95Ms: number }) =>
  `${short(p50Ms)} / ${short(p95Ms)}`

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const [, ...figures] = titles
  return `${[line(titles), line(['---', ...figures.map(() => '---:')]), ...rows.map(line)].join('\n')}\n`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

/** Three figures of it. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? whole(value) : String(Number(value.toPrecision(3)))
}
