// Clock — the time as an argument, so that a whole life can be replayed from a test.

/** Answers the epoch time in milliseconds. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()
