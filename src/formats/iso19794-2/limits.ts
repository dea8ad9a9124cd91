// Limits — how large a finger minutiae record may be.

export const recordBytesMax = 16 * 1024 * 1024
/** Ten fingers, a few views of each. */
export const viewsMax = 64
/** The count of a view's minutiae is one byte in every edition. */
export const viewMinutiaeMax = 255
/** Views of one finger that the first editions can number: four bits. */
export const viewsOfFingerMax = 16
/** The largest side and coordinate: fourteen bits. */
export const coordinateMax = 0x3fff
