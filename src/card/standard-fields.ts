// Standard fields — the published service standard as the words of poster, checklist and letterhead.

import { type Checklist, documentNames, type Office, type ServiceStandard } from '#standard'
import type { ChecklistFields } from './checklist.ts'
import type { OfficeHead } from './pdf/letterhead.ts'
import type { PosterFields } from './poster.ts'

export function letterheadOf(office: Office): OfficeHead {
  return {
    government: office.government,
    office: office.name,
    address: `${office.street}, ${office.village} ${office.kodepos}`,
    phone: grouped(office.phone),
  }
}

/** `SMS 0822 8046 1751`, or another way where the standard has no number. */
export function complaintsLineOf(standard: ServiceStandard): string {
  const { channels, national } = standard.complaints
  const number = channels.find((it) => it.id === 'sms')?.number
  return `SMS ${number === undefined ? national.sms : grouped(number)}`
}

/** The poster of a standard; `link` is the portal's address. */
export function posterFieldsOf(standard: ServiceStandard, link: string): PosterFields {
  const { promise, fee, complaints } = standard
  return {
    head: letterheadOf(standard.office),
    title: standard.title,
    decree: `SK Nomor ${standard.decree.number}`,
    requirements: standard.requirements
      .filter((it) => it.asPublished !== undefined)
      .map((it) => it.text.id),
    steps: standard.steps.filter((it) => it.act !== undefined).map((it) => it.text.id),
    time: `${promise.counterMinutes} menit di loket`,
    fee: fee.rupiah === 0 ? 'Gratis' : fee.text.id,
    product: standard.products.map((it) => it.text.id).join(', '),
    complaints: [
      ...complaints.channels.map(({ text, number }) =>
        number === undefined ? text.id : `${text.id}: ${grouped(number)}`,
      ),
      `${complaints.national.name}: SMS ${complaints.national.sms}`,
    ],
    link,
  }
}

/** What only the desk knows of a checklist slip. */
type SlipFacts = Pick<ChecklistFields, 'ticket' | 'day' | 'link' | 'code'>

/** The stages a resident has a part in, between the desk and the receipt. */
const ownStages: readonly string[] = [
  'form',
  'village',
  'queue',
  'counter',
  'capture',
  'attestation',
]

/** The slip of one resident's checklist; what already holds is ticked. */
export function checklistFieldsOf(
  checklist: Checklist,
  standard: ServiceStandard,
  facts: SlipFacts,
): ChecklistFields {
  return {
    ...facts,
    head: letterheadOf(standard.office),
    service: checklist.service.name.id,
    requirements: checklist.items.map((item) => {
      const { requirement } = item
      const document = item.state === 'bring' ? item.document : undefined
      const isSubstitute = document !== undefined && document !== requirement.document
      const note = isSubstitute ? `sebagai gantinya: ${documentNames[document].id}` : ''
      return { label: requirement.text.id, note, isTicked: item.state === 'met' }
    }),
    steps: standard.steps
      .filter((it) => it.act !== undefined && ownStages.includes(it.act.stage))
      .map((it) => it.text.id),
    promise: `${standard.promise.counterMinutes} menit di loket`,
    complaints: complaintsLineOf(standard),
  }
}

/** A phone number in fours that a line does not break: `0822 8046 1751`. */
function grouped(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1\u00a0')
}
