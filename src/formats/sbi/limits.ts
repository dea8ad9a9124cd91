// Limits — how large, how old and how long anything of a capture may be.

/** Four fingers of 4,000 pixels a side, losslessly, in base64, twice over. */
export const answerBytesMax = 64 * 1024 * 1024
export const biometricsMax = 10
export const certificatesInChainMax = 5
/** A capture older than this was not made for the person at the counter now. */
export const captureAgeMsMax = 5 * 60_000
/** How far the clock of the scanner's computer may run ahead. */
export const clockAheadMsMax = 2 * 60_000
export const frameBytesMax = 4 * 1024 * 1024
export const framesHeadBytesMax = 4 * 1024
/** Ports asked at the same time while a device is looked for. */
export const portsAtOnce = 10
