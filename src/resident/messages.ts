// Messages — the words for each slip, doubt and decision of this room, in the reader's language.

import type { BiodataField } from './biodata.ts'
import type { ResidentFinding } from './issues.ts'
import type { Language } from './language.ts'
import type { FieldLabels, ResidentMessages } from './message-catalog.ts'
import { messages as english, labels as englishLabels } from './messages.en.ts'
import { messages as indonesian, labels as indonesianLabels } from './messages.id.ts'

const catalogs: Readonly<Record<Language, ResidentMessages>> = { id: indonesian, en: english }
const labels: Readonly<Record<Language, FieldLabels>> = {
  id: indonesianLabels,
  en: englishLabels,
}

export function messageOf(finding: ResidentFinding, language: Language): string {
  const sentence = catalogs[language][finding.code] as (finding: ResidentFinding) => string
  return sentence(finding)
}

/** The same for a code that may be of another room: then there is nothing to say here. */
export function findMessage(
  finding: { readonly code: string },
  language: Language,
): string | undefined {
  const isOwn = Object.hasOwn(catalogs[language], finding.code)
  return isOwn ? messageOf(finding as ResidentFinding, language) : undefined
}

export function labelOf(field: BiodataField | 'biodata', language: Language): string {
  return labels[language][field]
}
