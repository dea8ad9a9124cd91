// Receipt — the stamped tandaBukti of a recording, filled in for one resident.

import { renderReceipt } from '#card/receipt'
import { complaintsLineOf, letterheadOf } from '#card/standard-fields'
import { fingerPositions } from '#enrollment/fingers'
import { present } from '#kit/assert'
import { calendarDateAt, wibUtcOffsetHours } from '#resident/calendar-date'
import { longDate } from '#resident/date-words'
import { serviceStandard } from '#standard'
import type { CaseFile, FormOnFile } from '../cases/case-file.ts'
import type { CapturedFinger } from '../records/captured.ts'
import type { OfficeWorld } from '../world.ts'
import { groupedDigest } from './receipt-token.ts'

export interface ReceiptParts {
  readonly file: CaseFile
  readonly form: FormOnFile
  readonly fingers: readonly CapturedFinger[]
  readonly receiptNumber: string
  readonly receiptToken: string
  readonly receiptCode: string
  readonly operatorName: string
  readonly digest: string
  readonly atMs: number
}

const fingerNames = ['Jempol', 'Telunjuk', 'Jari tengah', 'Jari manis', 'Kelingking']
const reasons = { missing: 'tidak ada', unreadable: 'tidak terbaca' } as const
const monthsInStamp = 'JAN FEB MAR APR MEI JUN JUL AGU SEP OKT NOV DES'.split(' ')

export function receiptLink(settings: OfficeWorld['settings'], receiptToken: string): string {
  return `${settings.publicUrl}/verifikasi#${receiptToken}`
}

export async function renderReceiptPaper(
  { fonts, settings }: Pick<OfficeWorld, 'fonts' | 'settings'>,
  parts: ReceiptParts,
): Promise<Uint8Array> {
  const { file, form, atMs } = parts
  const { office, services } = serviceStandard
  const day = calendarDateAt(atMs)
  const place = office.village.replace(/^(Desa|Kelurahan) /, '')
  const service = services.find((it) => it.type === file.serviceType)
  return renderReceipt(
    {
      head: letterheadOf(office),
      number: parts.receiptNumber,
      ticket: file.ticket,
      placeAndTime: `${place}, ${longDate(day, 'id')}, ${clockTime(atMs)} WIB`,
      stampDay: stampDayOf(day),
      fullName: form.biodata.name.toUpperCase(),
      nik: form.biodata.nik.replace(/(\d{4})(?=\d)/g, '$1 '),
      service: present(service, 'the standard knows the service of a case').name.id,
      captured: [
        { label: 'Biodata', isTicked: true },
        { label: 'Pas foto', isTicked: true },
        { label: 'Tanda tangan', isTicked: true },
      ],
      fingers: fingerLinesOf(parts.fingers),
      operator: parts.operatorName,
      digest: groupedDigest(parts.digest),
      link: receiptLink(settings, parts.receiptToken),
      code: parts.receiptCode,
      complaints: complaintsLineOf(serviceStandard),
    },
    { fonts, at: atMs, sample: !settings.licensed },
  )
}

function fingerLinesOf(fingers: readonly CapturedFinger[]) {
  return fingerPositions.map((position) => {
    const hand = position <= 5 ? ('kanan' as const) : ('kiri' as const)
    const exception = fingers.find((it) => it.position === position)?.exception
    return {
      label: `${fingerNames[(position - 1) % 5]} ${hand}`,
      hand,
      isCaptured: exception === undefined,
      reason: exception === undefined ? '' : reasons[exception],
    }
  })
}

function clockTime(epochMs: number): string {
  const local = new Date(epochMs + wibUtcOffsetHours * 3_600_000).toISOString()
  return local.slice(11, 16).replace(':', '.')
}

/** `22 NOV 2026`. */
function stampDayOf(day: string): string {
  return `${Number(day.slice(8))} ${monthsInStamp[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}
