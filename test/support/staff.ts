// Staff — a trade room for tests: a clock to turn, chance from a seed, passwords that cost nothing.

import type { Kysely } from 'kysely'
import { vaultOf } from '../../src/kit/node/vault.ts'
import { seeded } from '../../src/kit/seeded.ts'
import type { Account } from '../../src/staff/account.ts'
import { createAccount } from '../../src/staff/accounts.ts'
import { type Password, passwordsAt } from '../../src/staff/password.ts'
import type { Program, Role } from '../../src/staff/roles.ts'
import type { StaffTables } from '../../src/staff/tables.ts'
import type { StaffWorld } from '../../src/staff/world.ts'

/** An hour of a working day: 22 November 2026, 09.00 in western Indonesia. */
export const morning = Date.UTC(2026, 10, 22, 2)

export interface TestStaffWorld extends StaffWorld {
  /** Turn the clock by setting `now`, in epoch milliseconds. */
  readonly time: { now: number }
}

export const cheapPasswords = passwordsAt({ memoryKiB: 64, passes: 1, lanes: 1 })

export function testStaffWorld(
  db: Kysely<StaffTables>,
  program: Program = 'office',
  seed = `${program} ${++worlds}`,
): TestStaffWorld {
  const chance = seeded(seed)
  const time = { now: morning }
  return {
    db,
    program,
    time,
    clock: () => time.now,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => chance.below(256)),
    passwords: cheapPasswords,
    vault: vaultOf(new Uint8Array(32).fill(7)),
  }
}

let worlds = 0

/** What everybody's password is in tests. */
export const testPassword = 'sandi untuk uji' as Password

/** Makes an account of that role, named after it unless said. */
export async function testAccount(
  world: StaffWorld,
  role: Role,
  name: string = role,
): Promise<Account> {
  const made = await world.db.transaction().execute((tx) =>
    createAccount(tx, world, 'system', {
      name,
      displayName: `Contoh ${name}`,
      role,
      villageCode: role === 'kepala-desa' ? '16.06.12.2001' : null,
      password: testPassword,
      mustChangePassword: false,
    }),
  )
  if (!made.ok) throw new Error(`no account for a test: ${made.issue.code}`)
  return made.value
}
