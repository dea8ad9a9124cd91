// Loop — work done at the program's own pace: one turn after another, woken early, stopped cleanly.

export interface Loop {
  /** There may be work: take the next turn now. */
  wake(): void
  /** Lets the turn in hand come to its end. */
  stop(): Promise<void>
}

export interface LoopNeeds {
  /** Answers whether the next turn should follow at once. A throw is told to `onFault`. */
  readonly turn: () => Promise<boolean>
  /** Rest between turns when nobody wakes it. */
  readonly idleMs: number
  readonly onFault: (error: unknown) => void | Promise<void>
}

export function startLoop({ turn, idleMs, onFault }: LoopNeeds): Loop {
  let stopping = false
  let wokenWhileBusy = false
  let endRest = () => {}

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs)
      endRest = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const takeTurn = async () => {
    try {
      return await turn()
    } catch (error) {
      await Promise.resolve(onFault(error)).catch(() => {})
      return false
    }
  }
  const running = (async () => {
    while (!stopping) {
      wokenWhileBusy = false
      const again = await takeTurn()
      if (!again && !wokenWhileBusy && !stopping) await rest()
      endRest = () => {}
    }
  })()

  const wake = () => {
    wokenWhileBusy = true
    endRest()
  }
  return {
    wake,
    async stop() {
      stopping = true
      wake()
      await running
    },
  }
}
