// Role name — what a role is called on a screen; one that this version does not know shows its code.

import { isRole, roleName } from '#staff/roles'

export function shownRoleName(role: string, language: 'id' | 'en'): string {
  return isRole(role) ? roleName(role, language) : role
}
