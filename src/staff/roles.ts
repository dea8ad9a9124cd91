// Roles — who works with Loket, and in which of the two programs.

/** The two programs people sign in to. */
export type Program = 'office' | 'center'

const table = {
  'petugas-informasi': {
    id: 'Petugas informasi',
    en: 'Information officer',
    programs: ['office'],
  },
  'kepala-desa': { id: 'Kepala desa', en: 'Village head', programs: ['office'] },
  'petugas-loket': { id: 'Petugas loket', en: 'Counter officer', programs: ['office'] },
  'operator-ktp': { id: 'Operator KTP', en: 'KTP operator', programs: ['office'] },
  supervisor: { id: 'Supervisor', en: 'Supervisor', programs: ['office', 'center'] },
  adjudicator: { id: 'Ajudikator', en: 'Adjudicator', programs: ['center'] },
  camat: { id: 'Camat', en: 'Head of the sub-district', programs: ['office'] },
  administrator: { id: 'Administrator', en: 'Administrator', programs: ['office', 'center'] },
} as const satisfies Record<string, RoleRow>

interface RoleRow {
  readonly id: string
  readonly en: string
  readonly programs: readonly Program[]
}

export type Role = keyof typeof table

export const roles = Object.keys(table) as readonly Role[]

export function isRole(text: string): text is Role {
  return Object.hasOwn(table, text)
}

/** What the role is called on a screen. */
export function roleName(role: Role, language: 'id' | 'en'): string {
  return table[role][language]
}

/** The roles that exist in a program, in the order of the journey. */
export function rolesOf(program: Program): readonly Role[] {
  return roles.filter((role) => belongsTo(role, program))
}

export function belongsTo(role: Role, program: Program): boolean {
  const row: RoleRow = table[role]
  return row.programs.includes(program)
}
