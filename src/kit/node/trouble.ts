// Trouble — what keeps a program from its work, with a code and one sentence that says what to do.

export interface Trouble extends Error {
  /** Such as 'port.taken'. */
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

const mark = Symbol.for('kit.trouble')

/** An error to throw at people who run the program: its message is all that they need to read. */
export function trouble(
  code: string,
  message: string,
  facts: Readonly<Record<string, unknown>> = {},
): Trouble {
  return Object.assign(new Error(message), { code, facts, [mark]: true })
}

export function isTrouble(error: unknown): error is Trouble {
  return error instanceof Error && mark in error
}
