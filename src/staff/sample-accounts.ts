// Sample accounts — the people of the demonstration. Their password is printed on the sign-in page.

import { assert } from '#kit/assert'
import { type AccountDraft, parseAccountDraft } from './account-draft.ts'
import { createAccount, findAccountByName } from './accounts.ts'
import { parsePassword } from './password.ts'
import type { Program, Role } from './roles.ts'
import type { StaffWorld } from './world.ts'

export const samplePassword = 'contoh-sandi-2024'

export interface SampleAccount extends AccountDraft {
  readonly password: string
}

/** The villages of Tungkal Jaya, 16.06.12, by the last four digits of their codes. */
const villages = [
  [2001, 'Peninggalan'],
  [2002, 'Suka Damai'],
  [2003, 'Berlian Jaya'],
  [2004, 'Simpang Tungkal'],
  [2005, 'Pangkalan Tungkal'],
  [2006, 'Sumber Harum'],
  [2007, 'Sumber Sari'],
  [2008, 'Sinar Harapan'],
  [2009, 'Banjar Jaya'],
  [2010, 'Beji Mulyo'],
  [2011, 'Bero Jaya Timur'],
  [2012, 'Pandan Sari'],
  [2013, 'Margo Mulyo'],
  [2014, 'Sri Mulyo'],
  [2015, 'Sido Mulyo'],
  [2016, 'Sinar Tungkal'],
] as const

const villageHeads = villages.map(([number, village]) =>
  sample(`desa-${number}`, `Contoh Kepala Desa ${village}`, 'kepala-desa', `16.06.12.${number}`),
)

const samples: Readonly<Record<Program, readonly SampleAccount[]>> = {
  office: [
    sample('informasi', 'Contoh Petugas Informasi', 'petugas-informasi'),
    sample('loket', 'Contoh Petugas Loket', 'petugas-loket'),
    sample('operator', 'Contoh Operator KTP', 'operator-ktp'),
    sample('supervisor', 'Contoh Supervisor', 'supervisor'),
    sample('camat', 'Contoh Camat', 'camat'),
    sample('admin', 'Contoh Administrator', 'administrator'),
    ...villageHeads,
  ],
  center: [
    sample('adjudikator', 'Contoh Ajudikator Satu', 'adjudicator'),
    sample('adjudikator2', 'Contoh Ajudikator Dua', 'adjudicator'),
    sample('supervisor-pusat', 'Contoh Supervisor Pusat', 'supervisor'),
    sample('admin-pusat', 'Contoh Administrator Pusat', 'administrator'),
  ],
}

export function sampleAccountsOf(program: Program): readonly SampleAccount[] {
  return samples[program]
}

/**
 * Makes the program's sample accounts that are not there yet; answers how many. For the
 * demonstration only: everybody knows the password.
 */
export async function createSampleAccounts(world: StaffWorld): Promise<number> {
  let made = 0
  for (const typed of sampleAccountsOf(world.program)) {
    if (await findAccountByName(world.db, typed.name)) continue
    const draft = parseAccountDraft(typed, world.program)
    const password = parsePassword(typed.password, typed.name)
    assert(draft.ok && password.ok, `the sample account ${typed.name} is a valid one`)
    const account = { ...draft.value, password: password.value, mustChangePassword: false }
    const answer = await world.db
      .transaction()
      .execute((tx) => createAccount(tx, world, 'system', account))
    if (answer.ok) made++
  }
  return made
}

function sample(
  name: string,
  displayName: string,
  role: Role,
  villageCode: string | null = null,
): SampleAccount {
  return { name, displayName, role, villageCode, password: samplePassword }
}
