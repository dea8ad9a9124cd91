// Fill — as many minutiae as the footprint's own print has, and as many of them close together.

import type { Seeded } from '#kit/seeded'
import { minutiaeMax } from '../limits.ts'
import { roughlyNormal } from '../synthetic/smooth-noise.ts'
import { flowBlockPx, outside } from '../template/finger-template.ts'
import { type Donor, directionAt } from './donor.ts'
import { isWithin } from './gathered.ts'
import { type Grown, type PreparedDonors, qualityFrom } from './growing.ts'
import { type Laid, layUnder } from './lay.ts'
import { company, renew } from './parameters.ts'
import { turnOf } from './patches.ts'

export function fillUp(grown: Grown, donors: PreparedDonors, chance: Seeded): void {
  const { print, flow, gathered } = grown
  let skin = 0
  for (const it of flow.directions) if (it !== outside) skin++
  const share = renew.filled + renew.filledDeviation * roughlyNormal(chance)
  const all = Math.round(print.count * share * (skin / print.skin.length))
  const wanted = Math.max(1, Math.min(minutiaeMax, all))
  const alone = Math.round(wanted * (1 - donors.company))
  while (gathered.count > alone) gathered.remove(chance.below(gathered.count))
  let tries: number = renew.fillTries
  while (gathered.count < alone && tries > 0) {
    const laid = layUnder(print, chance.pick(donors.fingers), chance)
    tries = fillFrom(grown, laid, alone, tries, chance)
  }
  for (let k = 0; k < company.tries && gathered.count < wanted; k++) addCompanion(grown, chance)
}

/** Minutiae of a further finger, where its ridges run as the new ones do; answers the tries left. */
function fillFrom(
  { print, flow, gathered }: Grown,
  { donor, shiftX, shiftY }: Laid,
  wanted: number,
  triesBefore: number,
  chance: Seeded,
): number {
  const { apartPx, borderPx, turnMax } = renew
  const start = chance.below(Math.max(1, donor.count))
  let tries = triesBefore - 1
  for (let k = 0; k < donor.count && gathered.count < wanted && tries > 0; k++) {
    const i = (start + k) % donor.count
    const x = donor.x[i]! - shiftX
    const y = donor.y[i]! - shiftY
    if (!isWithin(flow, x, y, borderPx)) continue
    tries--
    const at = Math.floor(y / flowBlockPx) * print.columns + Math.floor(x / flowBlockPx)
    const there = directionAt(donor, donor.x[i]!, donor.y[i]!)
    if (there === outside) continue
    const turn = turnOf(there, flow.directions[at]!)
    if (Math.abs(turn) > turnMax || !gathered.hasRoomAt(x, y, apartPx)) continue
    const direction = donor.direction[i]! + 2 * turn
    gathered.add(x, y, direction, donor.isFork[i]!, qualityFrom(print, chance))
  }
  return tries
}

/** A minutia close to one that is there, along the same ridges, the same way or the opposite. */
function addCompanion({ print, flow, gathered }: Grown, chance: Seeded): void {
  if (gathered.count === 0) return
  const host = chance.below(gathered.count)
  const angle = 2 * Math.PI * chance.unit()
  const away = Math.sqrt(
    company.fromPx ** 2 + (company.toPx ** 2 - company.fromPx ** 2) * chance.unit(),
  )
  const x = gathered.x[host]! + away * Math.cos(angle)
  const y = gathered.y[host]! + away * Math.sin(angle)
  if (!isWithin(flow, x, y, renew.borderPx) || !gathered.hasRoomAt(x, y, renew.apartPx)) return
  const way = chance.unit() < company.sameWay ? 0 : 128
  const direction = gathered.direction[host]! + way + renew.jitterTurn * roughlyNormal(chance)
  const isSame = chance.unit() < company.sameKind
  const isFork = isSame ? gathered.isFork[host]! : 1 - gathered.isFork[host]!
  gathered.add(x, y, direction, isFork, qualityFrom(print, chance))
}

/**
 * The share of minutiae to add as companions, so that as many have a near neighbor as on real
 * skin. Each companion takes the place of a lonely minutia and gives its host a neighbor as well.
 */
export function companyOf(donors: readonly Donor[]): number {
  let near = 0
  let count = 0
  for (const it of donors) {
    count += it.count
    for (let i = 0; i < it.count; i++) if (hasNear(it, i)) near++
  }
  const share = count === 0 ? 0 : near / count
  return Math.max(0, (company.share - share) / 2) / (1 - share)
}

function hasNear({ count, x, y }: Donor, i: number): boolean {
  for (let k = 0; k < count; k++) {
    const dx = x[k]! - x[i]!
    const dy = y[k]! - y[i]!
    if (k !== i && dx * dx + dy * dy < company.nearPx ** 2) return true
  }
  return false
}
