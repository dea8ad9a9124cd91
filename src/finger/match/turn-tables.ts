// Turn tables — cosine and sine of each 256th of a turn, as whole numbers.

/** 2 ** 14 × the cosine. */
export const cosOf = Int32Array.from({ length: 256 }, (_, it) =>
  Math.round(2 ** 14 * Math.cos((it * Math.PI) / 128)),
)

/** 2 ** 14 × the sine. */
export const sinOf = Int32Array.from({ length: 256 }, (_, it) =>
  Math.round(2 ** 14 * Math.sin((it * Math.PI) / 128)),
)
