// Concerned — which officers a complaint may be about, by the name that the resident told.

import type { AccountId } from '#staff/account'
import { type Role, roleName } from '#staff/roles'

export interface Officer {
  readonly accountId: AccountId
  readonly name: string
  readonly displayName: string
  readonly role: Role
}

/** How people are addressed, and what belongs to no name. */
const titles = new Set([
  ...['bapak', 'pak', 'bpk', 'ibu', 'ibuk', 'sdr', 'sdri', 'saudara', 'saudari', 'mas', 'mbak'],
  ...['bang', 'abang', 'kak', 'kakak', 'drs', 'dra', 'haji', 'hajah', 'petugas', 'pegawai'],
  ...['yang', 'namanya', 'bernama', 'contoh'],
])
/** Shorter parts of a name, such as "M." or "Al", tell nobody apart. */
const tellingLength = 3
const tellingLengthInText = 4
const wordsMax = 2_000

/** All whom a told name may mean: hidden from one too many rather than from one too few. */
export function officersNamed(told: string, officers: readonly Officer[]): readonly Officer[] {
  const words = wordsOf(told).filter((word) => !titles.has(word) && word.length >= tellingLength)
  if (words.length === 0) return []
  return officers.filter((officer) => {
    const own = new Set([...wordsOf(officer.name), ...ownWordsOf(officer)])
    return words.every((word) => own.has(word))
  })
}

/**
 * Officers of whose names or posts any part stands in the text of a complaint. The camat is not among them:
 * a chance hit would take the complaint away from its leader, so the camat must be named as such.
 */
export function officersMentioned(text: string, officers: readonly Officer[]): readonly Officer[] {
  const words = new Set(wordsOf(text))
  return officers.filter(
    (officer) =>
      officer.role !== 'camat' &&
      ownWordsOf(officer).some(
        (part) => part.length >= tellingLengthInText && !titles.has(part) && words.has(part),
      ),
  )
}

function ownWordsOf({ displayName, role }: Officer): readonly string[] {
  return [...wordsOf(displayName), ...wordsOf(roleName(role, 'id'))]
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u, wordsMax)
    .filter((word) => word !== '')
}
