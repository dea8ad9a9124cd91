// World — everything outside the office's own reasoning: time, chance, disk, network, keys, fonts.
//
// A stage asks for the parts that it needs by name, so its needs can be read off its signature.

import type { PrintFonts } from '#card/pdf/sheet'
import type { Clock } from '#kit/clock'
import type { Vault } from '#kit/node/vault'
import type { Passwords } from '#staff/password'
import type { OfficeIdentity } from './identity.ts'
import type { OfficeDb } from './log/log.ts'
import type { OfficeSettings } from './settings.ts'

export interface OfficeWorld {
  readonly program: 'office'
  readonly db: OfficeDb
  readonly vault: Vault
  readonly clock: Clock
  readonly randomBytes: (count: number) => Uint8Array
  /** A random UUID. */
  readonly ids: () => string
  readonly passwords: Passwords
  readonly identity: OfficeIdentity
  readonly settings: OfficeSettings
  readonly fonts: PrintFonts
  readonly fetch: typeof fetch
  /** Something was put into the outbox: send it now. */
  readonly wakeLine: () => void
  /** One line about the program's own health; never about a resident. */
  readonly log: (line: string) => void
}
