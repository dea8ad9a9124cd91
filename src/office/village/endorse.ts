// Endorse — the form as a PDF, signed inside with the village head's own certificate.

import { signPdf } from '#card/endorse-pdf'
import { f1EndorsementArea } from '#card/form-f1'
import { pemOf } from '#card/pem'
import { calendarDateAt } from '#resident/calendar-date'
import { longDate } from '#resident/date-words'
import type { Account } from '#staff/account'
import type { CaseFile, FormOnFile } from '../cases/case-file.ts'
import { renderForm } from '../cases/form-paper.ts'
import type { OfficeWorld } from '../world.ts'
import { certificateOf } from './authority.ts'

/** Slow work, done before the case is held: rendering and signing change nothing. */
export async function renderEndorsed(
  world: OfficeWorld,
  file: CaseFile,
  form: FormOnFile,
  head: Account,
): Promise<Uint8Array> {
  const certificate = await certificateOf(world, head)
  const signedAt = world.clock()
  const pdf = await renderForm(world, file, form, { kind: 'digital', name: head.displayName })
  return signPdf({
    pdf,
    certificatePem: `${certificate.certificatePem}\n${certificate.authorityPem}`,
    privateKeyPem: pemOf('PRIVATE KEY', certificate.privateKeyPkcs8),
    reason: `Mengetahui permohonan KTP-el ${file.formCode}`,
    name: head.displayName,
    location: 'Tungkal Jaya',
    signedAt,
    visible: {
      ...f1EndorsementArea,
      lines: [
        'Ditandatangani secara elektronik',
        head.displayName,
        longDate(calendarDateAt(signedAt), 'id'),
      ],
      fonts: world.fonts,
    },
  })
}
