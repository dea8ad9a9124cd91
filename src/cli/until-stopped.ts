// Until stopped — a program runs until Ctrl-C or a stop signal, and then ends in order, once.

import { whenParentIsGone } from '#kit/node/parent'

const endMsMax = 20_000
/** A terminal sends a signal to a whole group: the same wish may arrive several times at once. */
const sameWishMs = 1_000

/** Answers the exit code. A second wish later on, or an end that takes too long, ends it at once. */
export async function untilStopped(running: { stop(): Promise<void> }): Promise<number> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
    whenParentIsGone(() => resolve())
  })
  const wishedAt = Date.now()
  const hurry = setTimeout(() => process.exit(1), endMsMax)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (Date.now() - wishedAt > sameWishMs) process.exit(130)
    })
  }
  await running.stop()
  clearTimeout(hurry)
  return 0
}
