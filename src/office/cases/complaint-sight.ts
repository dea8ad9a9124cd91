// Complaint sight — which complaints an officer may know of: in lists, counts and searches alike.
//
// The officer whom a complaint may be about never learns of it. What was reported to the leader is
// seen by the camat alone. A supervisor sees the rest; every other officer, only what they
// themselves took down for a resident.

import { type RawBuilder, sql } from 'kysely'
import type { Account } from '#staff/account'

/** A condition on the table `complaints`; whatever reads that table for a person carries it. */
export function complaintsSeenBy({ accountId, role }: Account): RawBuilder<boolean> {
  const isAboutOthers = sql<boolean>`not (${accountId}::uuid = any(complaints.concerns))`
  switch (role) {
    case 'camat':
      return isAboutOthers
    case 'supervisor':
      return sql<boolean>`(${isAboutOthers} and not complaints.leader_only)`
    case 'petugas-informasi':
    case 'petugas-loket':
    case 'operator-ktp':
      return sql<boolean>`(${isAboutOthers} and not complaints.leader_only
        and complaints.entered_by = ${accountId})`
    default:
      return sql<boolean>`false`
  }
}
