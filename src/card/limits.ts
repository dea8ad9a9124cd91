// Limits — how much paper and plastic will take of what others hand in.

/** Longest text drawn in one piece; what is beyond is left out. */
export const MAX_TEXT_CHARACTERS = 2000

/** Most rows of a list (requirements, attachments, steps) on one sheet. */
export const MAX_LIST_ROWS = 24

/** Ten fingers. */
export const MAX_FINGERS = 10

/** A QR code past this is too dense for a phone to read off office paper. */
export const MAX_QR_BYTES = 1200

/** Largest PDF that is signed or verified here. */
export const MAX_PDF_BYTES = 20 * 1024 * 1024

/** Most revisions (incremental updates) followed back through one PDF. */
export const MAX_PDF_REVISIONS = 64

/** Most objects in one PDF. */
export const MAX_PDF_OBJECTS = 100_000

/** Room kept for the CMS signature inside the PDF, certificates included. */
export const SIGNATURE_BYTES = 12 * 1024

/** Most certificates between a signer and the authority that is trusted. */
export const MAX_CHAIN_LENGTH = 6

/** Most certificates read out of one signature or one PEM text. */
export const MAX_CERTIFICATES = 32
