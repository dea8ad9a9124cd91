// Growing — what a new finger is made of, and the finger on its way.

import type { Seeded } from '#kit/seeded'
import type { Donor } from './donor.ts'
import type { Gathered } from './gathered.ts'
import { renew } from './parameters.ts'

/** What new fingers are made of: whole skin, and how much of it a print usually shows. */
export interface PreparedDonors {
  readonly fingers: readonly Donor[]
  readonly footprints: readonly Donor[]
  /** How many companions a new minutia is given, so that as many stand close as on real skin. */
  readonly company: number
}

/** A finger on its way: the print whose footprint it has, its flow, and its minutiae so far. */
export interface Grown {
  readonly print: Donor
  readonly flow: {
    readonly columns: number
    readonly rows: number
    readonly directions: Uint8Array
  }
  readonly gathered: Gathered
}

/** Minutiae are seen as well as those of the print that the footprint is of. */
export function qualityFrom({ count, quality }: Donor, chance: Seeded): number {
  return quality[chance.below(count)] ?? renew.qualityUnknown
}
