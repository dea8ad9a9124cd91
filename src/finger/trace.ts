// Trace — the observer that sees every intermediate result of a recipe and hands it on unchanged.

export type Trace = <Value>(step: string, value: Value) => Value

/** Looks at nothing. */
export const silent: Trace = (_step, value) => value
