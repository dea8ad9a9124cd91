// Identity — the office's own keys, and the center it is enrolled at.
//
// The keys are made at the first start and lie in files that only this user can read. The center
// is known once a one-time code was exchanged; until then captures cannot be sealed, so none begin.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeys, type PrivateKeys, type PublicKeys } from '#enrollment/keys'
import { createDurably, findJson, writeJson } from '#kit/node/files'

export interface OfficeIdentity {
  readonly keys: PrivateKeys
  /** Absent until the office is enrolled. */
  center(): EnrolledAt | undefined
  /** Remembers the center, durably. */
  enroll(at: EnrolledAt): Promise<void>
}

export interface EnrolledAt {
  readonly officeId: string
  readonly center: PublicKeys
}

export async function openIdentity(home: string, randomId: () => string): Promise<OfficeIdentity> {
  const keysFile = join(home, 'keys.json')
  const centerFile = join(home, 'center.json')
  const fresh = await generateKeys(`office-${randomId()}`)
  await createDurably(keysFile, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 })
  const keys = (await findJson(keysFile)) as PrivateKeys
  let enrolledAt = (await findJson(centerFile)) as EnrolledAt | undefined
  return {
    keys,
    // A command beside the running program may have enrolled the office meanwhile.
    center() {
      if (enrolledAt === undefined && existsSync(centerFile)) {
        enrolledAt = JSON.parse(readFileSync(centerFile, 'utf8')) as EnrolledAt
      }
      return enrolledAt
    },
    async enroll(at) {
      await writeJson(centerFile, at, { mode: 0o600 })
      enrolledAt = at
    },
  }
}
