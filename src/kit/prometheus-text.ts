// Prometheus text — a program's figures in the text format 0.0.4, as a Prometheus server reads them.

export const prometheusTextType = 'text/plain; version=0.0.4; charset=utf-8'

export type Labels = Readonly<Record<string, string>>

export interface Sample {
  readonly labels?: Labels
  readonly value: number
}

/** How long things took: of each bound, how many took no longer. */
export interface Histogram {
  readonly labels?: Labels
  readonly bounds: readonly number[]
  readonly within: readonly number[]
  readonly count: number
  readonly sum: number
}

/** Names end in the unit: `_seconds`, `_bytes`; those of counters in `_total`. */
export type Metric =
  | {
      readonly type: 'gauge' | 'counter'
      readonly name: string
      readonly help: string
      readonly samples: readonly Sample[]
    }
  | {
      readonly type: 'histogram'
      readonly name: string
      readonly help: string
      readonly samples: readonly Histogram[]
    }

/** A metric without samples is left out. */
export function prometheusText(metrics: readonly Metric[]): string {
  const told = metrics.filter((it) => it.samples.length > 0)
  return told.flatMap((it) => [...headOf(it), ...linesOf(it)].map((text) => `${text}\n`)).join('')
}

function headOf({ name, help, type }: Metric): readonly string[] {
  const text = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return [`# HELP ${name} ${text}`, `# TYPE ${name} ${type}`]
}

function linesOf(metric: Metric): readonly string[] {
  const { name } = metric
  if (metric.type !== 'histogram') {
    return metric.samples.map(({ labels, value }) => line(name, labels, value))
  }
  return metric.samples.flatMap(({ labels, bounds, within, count, sum }) => [
    ...bounds.map((bound, i) =>
      line(`${name}_bucket`, { ...labels, le: numberOf(bound) }, within[i] ?? count),
    ),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ])
}

function line(name: string, labels: Labels = {}, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${numberOf(value)}`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function numberOf(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value)
  return value > 0 ? '+Inf' : '-Inf'
}
