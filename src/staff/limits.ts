// Limits — the bounds of accounts, sessions and the audit log, in one place.

const minuteMs = 60_000
const hourMs = 60 * minuteMs

export const accountNameLengthMin = 3
export const accountNameLengthMax = 32
export const displayNameLengthMax = 80
export const accountsMax = 1_000

export const passwordLengthMin = 10
/** Above what anybody types; below what would make hashing a way to keep the server busy. */
export const passwordLengthMax = 200

export const sessionTokenBytes = 32
export const sessionLifeMs = 10 * hourMs
export const sessionIdleMs = 2 * hourMs
/** A session that was seen less long ago is not written again. */
export const sessionSeenEveryMs = minuteMs
/** The oldest sessions of an account beyond this many are ended. */
export const sessionsPerAccountMax = 8

export const attemptsWindowMs = 10 * minuteMs
export const attemptsPerNameMax = 8
/** Higher than for a name: behind one address there may be a whole office. */
export const attemptsPerAddressMax = 40
/** Names and addresses remembered at once; the oldest is forgotten first. */
export const attemptKeysMax = 10_000

/** Entries read at once while the whole audit log is verified. */
export const auditVerifyPage = 1_000
export const auditPageMax = 200
export const auditActLengthMax = 80
export const auditSubjectKeysMax = 20
export const auditSubjectBytesMax = 4_096

/** What an account may sign at once. */
export const signedBytesMax = 16 * 1024 * 1024
