// Tell matchers — maps and matchers in words: what is held where, how far, and what is still loaded.

import type { GalleryStanding } from '#center'

export function tellMatchers(standing: GalleryStanding): string {
  const { maps, partitions, matchers, lastSeq } = standing
  const ofMaps = maps.map(({ version, readyAtMs, heldCount, copyCount }) => {
    const state = readyAtMs === null ? 'not searched by yet' : 'searched by'
    return `map ${version}: ${state}, ${heldCount} of ${copyCount} copies held`
  })
  const ofPartitions = partitions.map(({ partition, people, replicas, liveCount }) => {
    const held = replicas.map(({ matcher, since, state }) => {
      return `${matcher} (${since})${state === 'held' ? '' : ` ${state}`}`
    })
    const warning = liveCount === 0 ? ', NOBODY HOLDS IT' : liveCount === 1 ? ', ONE COPY' : ''
    return `  ${partition}  ${held.join(', ')}, ${people} people${warning}`
  })
  const ofMatchers = matchers.map((it) => {
    const { inHand, answered, refused } = it.load
    const seen = `${it.isThere ? 'there' : 'NOT THERE'}, seen ${seconds(it.seenForMs)} s ago`
    const held = `${it.heldCount} of ${it.copyCount} copies held, ${it.people} people`
    const asks = `${inHand} asks in hand, ${answered} answered, ${refused} refused`
    const version = it.isOtherVersion ? ', engine of another version' : ''
    return `${it.matcher}: ${seen}, ${it.lag} changes behind, map ${it.mapVersion}, ${held}, ${asks}${version}`
  })
  const noMap = maps.length === 0 ? ['no map: see ./loket matchers map'] : []
  const all = [`last change ${lastSeq}`, ...noMap, ...ofMaps, ...ofPartitions, ...ofMatchers]
  return `${all.join('\n')}\n`
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)
