// Parent — what a child process does when the one that started it is gone.

/**
 * Calls once when the parent has ended, even if it was killed and could tell nobody. Does nothing
 * in a process that was not started by `startProcesses`.
 */
export function whenParentIsGone(action: () => void): void {
  if (!process.connected) return
  process.once('disconnect', action)
  // Waiting for this alone must not keep the process alive.
  process.channel?.unref()
}
