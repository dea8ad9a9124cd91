// World — what the trade room takes from the world: database, time, chance and keys, as arguments.

import type { Kysely } from 'kysely'
import type { Clock } from '#kit/clock'
import type { Vault } from '#kit/node/vault'
import type { Passwords } from './password.ts'
import type { Program } from './roles.ts'
import type { StaffTables } from './tables.ts'

/** Bytes nobody can guess; node:crypto's `randomBytes` outside of tests. */
export type RandomBytes = (count: number) => Uint8Array

export interface StaffWorld {
  readonly db: Kysely<StaffTables>
  readonly program: Program
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly passwords: Passwords
  readonly vault: Vault
}
