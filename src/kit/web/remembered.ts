// Remembered — one choice among a few that a browser keeps between visits.
//
// A private window may refuse storage; the choice then lives as long as the tab.

export interface Remembered<Choice extends string> {
  get(): Choice
  set(choice: Choice): void
  /** Calls back after each change; answers the way to stop. */
  subscribe(changed: () => void): () => void
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem'>

/** A choice kept under `key`; the first of `choices` is what holds until somebody chooses. */
export function remembered<Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
  shelf: Shelf | undefined,
): Remembered<Choice> {
  const listeners = new Set<() => void>()
  const kept = tried(() => shelf?.getItem(key))
  let choice = choices.find((it) => it === kept) ?? choices[0]
  return {
    get: () => choice,
    set(next) {
      choice = next
      tried(() => shelf?.setItem(key, next))
      for (const changed of listeners) changed()
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

/** The browser's own shelf; merely naming it throws where cookies are blocked. */
export function browserShelf(): Shelf | undefined {
  return tried(() => globalThis.localStorage)
}

function tried<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
