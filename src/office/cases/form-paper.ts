// Paper — a saved form as the A4 sheet F-1, with the code and the QR that find its case again.

import { type Endorsement, renderFormF1 } from '#card/form-f1'
import { residentPartOf } from '#card/resident-fields'
import { letterheadOf } from '#card/standard-fields'
import { present } from '#kit/assert'
import { calendarDateAt } from '#resident/calendar-date'
import { longDate } from '#resident/date-words'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import { documentNames, serviceStandard } from '#standard'
import type { OfficeWorld } from '../world.ts'
import type { CaseFile, FormOnFile } from './case-file.ts'

export type PaperNeeds = Pick<OfficeWorld, 'fonts' | 'settings'>

const formVersion = 'F-1.02 · Permendagri 109 Tahun 2019'

/** Drawn anew from the saved form: the same version gives the same sheet. */
export async function renderForm(
  { fonts, settings }: PaperNeeds,
  file: CaseFile,
  form: FormOnFile,
  endorsement: Pick<Endorsement, 'kind' | 'name'>,
): Promise<Uint8Array> {
  const village = present(
    findVillage(tungkalJayaTables, form.villageCode as VillageCode),
    'a saved form is of a village of this kecamatan',
  )
  const { villageOffice, ...resident } = residentPartOf(form.biodata, village)
  const day = calendarDateAt(form.savedAtMs)
  return renderFormF1(
    {
      ...resident,
      head: letterheadOf(serviceStandard.office),
      formVersion,
      code: file.formCode,
      link: `${settings.publicUrl}/formulir/${file.formCode}`,
      purpose: 'new',
      attachments: serviceStandard.requirements
        .filter((it) => it.asPublished !== undefined && it.document !== undefined)
        .map((it) => ({
          label: it.document === undefined ? '' : documentNames[it.document].id,
          isTicked: false,
        })),
      placeAndDate: `${village.name}, ${longDate(day, 'id')}`,
      officer: '',
      endorsement: { ...endorsement, office: villageOffice },
    },
    { fonts, at: form.savedAtMs, sample: !settings.licensed },
  )
}
