// Messages — what is said about accounts, sign-in and the audit log, in English.

import type { StaffMessages } from './issues.ts'
import { isRole, roleName } from './roles.ts'

const wait = (seconds: number) =>
  seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

export const staffMessagesEn: StaffMessages = {
  'account.name': ({ min, max }) =>
    `An account name has ${min} to ${max} small letters or digits, with dots, hyphens or underscores between them.`,
  'account.display-name': ({ max }) => `Enter the officer's name, at most ${max} letters.`,
  'account.role': () => 'Choose one of the roles of this program.',
  'account.village-needed': () => 'Choose the village of this village head.',
  'account.village-unexpected': ({ role }) =>
    `The role ${roleName(role, 'en')} is not tied to a village. Leave the village empty.`,
  'account.village': ({ villageCode }) => `There is no village ${villageCode}.`,
  'account.name-taken': ({ name }) => `The account name ${name} is taken. Choose another.`,
  'account.too-many': ({ max }) => `There are ${max} accounts already; no more can be made.`,
  'account.unknown': () => 'There is no such account. Reload the list.',
  'account.last-administrator': () =>
    'This is the last active administrator. Activate or create another one first.',
  'administrator.exists': () =>
    'There is an administrator already. Ask them for an account on the administration page.',
  'audit.broken': ({ seq }) =>
    `Entry ${seq} is missing or was changed. Delete nothing, and tell the person in charge.`,
  'key.none': () => 'This account has no signing key yet. Ask the administrator.',
  'origin.foreign': () => 'This request came from another page and was refused.',
  'password.long': ({ max }) => `A password has at most ${max} letters.`,
  'password.name': () => 'A password must not contain the account name.',
  'password.same': () => 'The new password must differ from the old one.',
  'password.short': ({ length, min }) =>
    `A password has at least ${min} letters; this one has ${length}.`,
  'password.wrong': () => 'The current password does not match.',
  'role.not-allowed': ({ role }) =>
    `This is not for the role ${isRole(role) ? roleName(role, 'en') : role}. Sign in with an account that may do it.`,
  'session.none': () => 'You are not signed in, or your session is over. Please sign in again.',
  'session.password-first': () => 'Replace your one-time password first.',
  'session.too-many': ({ waitSeconds }) => `Too many attempts. Try again in ${wait(waitSeconds)}.`,
  'session.wrong': () => 'The account name or the password does not match.',
}
