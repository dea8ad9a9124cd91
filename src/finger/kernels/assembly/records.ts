// Records — where things stand in the record of a minutia; see ../match-contract.ts.

export const recordBytes: usize = 64
export const knownAt: usize = 48
export const xAt: usize = 56
export const yAt: usize = 58
export const directionAt: usize = 60
/** How many bits the code has set. */
export const onesAt: usize = 62
