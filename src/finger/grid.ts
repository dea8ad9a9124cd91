// Grid — one number for each square block of an image.

export interface Grid {
  readonly columns: number
  readonly rows: number
}
