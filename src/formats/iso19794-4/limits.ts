// Limits — how large a finger image record may be.

export const recordBytesMax = 64 * 1024 * 1024
/** Ten fingers, a few views of each. */
export const viewsMax = 64
