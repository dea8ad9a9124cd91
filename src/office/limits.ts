// Limits — the named bounds of the office.

/** How often the outbox looks for work, and asks the center for answers, when nobody woke it. */
export const lineIdleMs = 1_000
export const lineTimeoutMs = 60_000
/** How long the office lets the center keep it waiting for the next answer. */
export const listenWaitMs = 20_000
/** A call that waits is given up when it has lasted so much longer. */
export const listenGraceMs = 15_000
/** A packet that did not go through is tried again after this, doubled each time. */
export const resendFirstMs = 1_000
export const resendMsMax = 5 * 60_000
/** A packet that the center refuses for good is offered again this seldom: the line is thin. */
export const resendRefusedMs = 6 * 3_600_000

/** However long the center asks for quiet, it is asked again after this. */
export const quietMsMax = 15 * 60_000

export const outboxListedMax = 500

/** How often the office makes its rounds. */
export const roundsIdleMs = 60_000
/** The operator's own screen stores a case right after it is signed; the rounds let it. */
export const registerPatienceMs = 60_000
