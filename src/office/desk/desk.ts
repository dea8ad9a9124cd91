// Desk — what the information desk's page knows of a resident, and what may follow from it.

import type { ServiceType } from '#standard'

export type FindBy = 'nik' | 'kk' | 'name' | 'code'

export interface AtDesk {
  readonly service: ServiceType | undefined
  readonly isElsewhere: boolean
  /** How many applications were found; undefined before anybody looked. */
  readonly known: number | undefined
}

/** Whether a case may be opened, or what has to be done first. */
export function decideOpening(at: AtDesk): 'open' | 'direct' | 'service-first' | 'find-first' {
  if (at.service === undefined) return 'service-first'
  // Who is directed elsewhere leaves nothing here that could be recorded twice.
  if (at.isElsewhere) return 'direct'
  return at.known === undefined ? 'find-first' : 'open'
}

/** What a scanner types for a form's QR is its address: the code is its last part. */
export function codeInScan(text: string): string {
  const [address = ''] = text.trim().split(/[?#]/)
  return address.replace(/\/+$/, '').split('/').at(-1) ?? ''
}
