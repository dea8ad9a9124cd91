// Until stopped — a program runs until Ctrl-C or a stop signal, and then ends in order, once.

const endMsMax = 20_000

/** Answers the exit code. A second signal, or an end that takes too long, ends it at once. */
export async function untilStopped(running: { stop(): Promise<void> }): Promise<number> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  const hurry = setTimeout(() => process.exit(1), endMsMax)
  process.on('SIGINT', () => process.exit(130))
  await running.stop()
  clearTimeout(hurry)
  return 0
}
