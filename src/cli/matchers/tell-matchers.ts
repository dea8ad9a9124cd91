// Tell matchers — maps and matchers in words: what is held where, how far, and what is still loaded.

import type { readMaps, SeenMatcher } from '#center'

export function tellMatchers({
  maps,
  matchers,
}: {
  readonly maps: Awaited<ReturnType<typeof readMaps>>
  readonly matchers: readonly SeenMatcher[]
}): string {
  const hex = (byte: number) => byte.toString(16).padStart(2, '0')
  const ofMaps = maps.flatMap(({ version, partitions, readyAtMs }) => [
    `map ${version}: ${readyAtMs === undefined ? 'not held yet' : 'searched by'}`,
    ...partitions.map(({ first, last, replicas }) => {
      const held = replicas.map((it) => `${it.matcher} (${it.since})`).join(', ')
      return `  ${hex(first)}-${hex(last)}  ${held}`
    }),
  ])
  const ofMatchers = matchers.flatMap(({ matcher, seenForMs, report }) => {
    const current = report.copies.filter((it) => it.state === 'current').length
    const visits = report.copies.reduce((sum, it) => sum + it.visits, 0)
    const { inHand, answered, refused } = report.load
    return [
      `${matcher}: seen ${(seenForMs / 1000).toFixed(1)} s ago, at ${report.throughSeq}, map ${report.mapVersion}, ` +
        `${current} of ${report.copies.length} copies current, ${visits} visits, ` +
        `${inHand} asks in hand, ${answered} answered, ${refused} refused`,
    ]
  })
  return `${[...ofMaps, ...ofMatchers].join('\n')}\n`
}
