// Message catalog — what a language has to have words for; one code too few does not compile.

import type { BiodataField } from './biodata.ts'
import type { ResidentFinding } from './issues.ts'

export type ResidentMessages = {
  readonly [Code in ResidentFinding['code']]: (
    finding: Extract<ResidentFinding, { readonly code: Code }>,
  ) => string
}

/** What a screen writes beside each box; `biodata` stands for the form as a whole. */
export type FieldLabels = Readonly<Record<BiodataField | 'biodata', string>>
