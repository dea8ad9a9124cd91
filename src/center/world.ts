// World — everything outside the center's own reasoning: time, chance, disk, keys.

import type { PrivateKeys } from '#enrollment/keys'
import type { Clock } from '#kit/clock'
import type { Vault } from '#kit/node/vault'
import type { Passwords } from '#staff/password'
import type { Uploads } from './inbox/upload.ts'
import type { CenterDb } from './log/log.ts'
import type { CenterSettings } from './settings.ts'

export interface CenterWorld {
  readonly program: 'center'
  readonly db: CenterDb
  readonly vault: Vault
  readonly clock: Clock
  /** A random UUID. */
  readonly ids: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly passwords: Passwords
  readonly keys: PrivateKeys
  /** What has arrived and is not in the database yet. */
  readonly uploads: Uploads
  readonly settings: CenterSettings
  /** One line about the program's own health; never about a resident. */
  readonly log: (line: string) => void
}
