// Assert — for what only a programmer can get wrong; never caught, never shown to a person.

export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${claim}`)
}

/** Ends a switch over a union: a new member does not compile until it is handled. */
export function never(value: never): never {
  throw new Error(`Assertion failed: unhandled case ${JSON.stringify(value)}`)
}

/** The value, which cannot be absent here; `claim` says why. */
export function present<Value>(value: Value | undefined | null, claim: string): Value {
  assert(value !== undefined && value !== null, claim)
  return value
}
