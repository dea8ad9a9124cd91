// Prometheus text — reads the text format 0.0.4 as strictly as a server that gathers it.

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"'
const sampleLine = new RegExp(`^(${name})(\\{${label}(?:,${label})*\\})? (\\S+)$`)
const types = ['gauge', 'counter', 'histogram']

/** By name and labels as they stand there. Throws where something does not belong. */
export function readPrometheusText(text: string): ReadonlyMap<string, number> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const figures = new Map<string, number>()
  const typed = new Map<string, string>()
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, of, said] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? []
    if (of !== undefined && said !== undefined) {
      if (kind === 'HELP') continue
      if (typed.has(of) || !types.includes(said)) throw new Error(line)
      typed.set(of, said)
      continue
    }
    const [, sample = '', labels = '', value] = sampleLine.exec(line) ?? []
    const family = sample.replace(/_(bucket|sum|count)$/, '')
    const type = typed.get(sample) ?? (typed.get(family) === 'histogram' ? 'histogram' : undefined)
    if (value === undefined || type === undefined) throw new Error(`no sample: ${line}`)
    if (type === 'counter' && !sample.endsWith('_total')) throw new Error(`no total: ${line}`)
    if (figures.has(sample + labels)) throw new Error(`said twice: ${line}`)
    figures.set(sample + labels, Number(value))
  }
  return figures
}
