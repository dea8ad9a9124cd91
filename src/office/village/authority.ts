// Authority — who vouches for the village heads' certificates at this office, and the certificates
// it issues. An installation may bring certificates of a recognized authority instead.

import { join } from 'node:path'
import { type Credentials, createAuthority, issueCertificate } from '#card/certificates'
import { derBlocksOf } from '#card/pem'
import { present } from '#kit/assert'
import { createDurably, findText } from '#kit/node/files'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import type { Account } from '#staff/account'
import { type AccountCertificate, createCertificate, findCertificate } from '#staff/certificates'
import { serviceStandard } from '#standard'
import type { OfficeWorld } from '../world.ts'

const yearMs = 365 * 24 * 3_600_000
const authorityYears = 10
const certificateYears = 2

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock' | 'settings'>

/** The office's authority, made on first use; its key lies sealed in the vault. */
export async function openAuthority({ vault, clock, settings }: Needs): Promise<Credentials> {
  const file = join(settings.home, 'village-authority.sealed')
  const context = 'village-authority'
  const kept = await findText(file)
  if (kept !== undefined) {
    return JSON.parse(vault.openText(Buffer.from(kept, 'base64'), context)) as Credentials
  }
  const made = await createAuthority({
    subject: {
      commonName: `Otoritas Persetujuan ${serviceStandard.office.name}`,
      organization: serviceStandard.office.government,
    },
    notBefore: clock(),
    notAfter: clock() + authorityYears * yearMs,
  })
  const sealed = vault.sealText(JSON.stringify(made), context).toString('base64')
  await createDurably(file, sealed, { mode: 0o600 })
  // Of two that made one at once, the first one counts.
  return openAuthority({ vault, clock, settings } as Needs)
}

/** The village head's certificate in use; in this office's care it is issued on first use. */
export async function certificateOf(
  needs: Needs,
  head: Account,
): Promise<AccountCertificate & { readonly authorityPem: string }> {
  const authority = await openAuthority(needs)
  const authorityPem = authority.certificatePem
  const kept = await findCertificate(needs.db, needs, head.accountId)
  if (kept !== undefined) return { ...kept, authorityPem }
  const village = findVillage(tungkalJayaTables, (head.villageCode ?? '') as VillageCode)
  const made = await needs.db.transaction().execute((transaction) =>
    createCertificate(transaction, needs, 'system', head.accountId, async () => {
      const issued = await issueCertificate({
        authority,
        subject: {
          commonName: head.displayName,
          organization: `Pemerintah Desa ${village?.name ?? ''}`.trim(),
          unit: 'Kepala Desa',
          locality: 'Tungkal Jaya',
        },
        notBefore: needs.clock(),
        notAfter: needs.clock() + certificateYears * yearMs,
      })
      return {
        certificatePem: issued.certificatePem,
        privateKeyPkcs8: present(
          derBlocksOf('PRIVATE KEY', issued.privateKeyPem)[0],
          'a key is there',
        ),
      }
    }),
  )
  return { ...made, authorityPem }
}
