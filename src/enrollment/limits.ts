// Limits — the named bounds of the case that travels: packets, their items, and the line.

export const packetBytesMax = 8 * 1024 * 1024
export const packetItemsMax = 40
export const itemBytesMax = 3 * 1024 * 1024
export const manifestBytesMax = 64 * 1024

/** How long an office's word to the center is good for. */
export const passLifeMs = 2 * 60_000
export const clockSkewMaxMs = 60_000

/** Answers handed out at one asking. */
export const answersMax = 50
/** An office that asks for answers may wait at the center so long for the next one. */
export const answersWaitMsMax = 25_000

/** Notices of the center that stand at one time, and the letters of one. */
export const noticesMax = 20
export const noticeLettersMax = 500
