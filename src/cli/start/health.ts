// Health — waits until a program says that it is ready to work.

import { setTimeout as delay } from 'node:timers/promises'

const healthMsMax = 120_000
const askEveryMs = 150

export async function waitUntilHealthy(program: {
  readonly host: string
  readonly port: number
  readonly tls: unknown
}): Promise<void> {
  const deadline = Date.now() + healthMsMax
  while (Date.now() < deadline) {
    if (await isHealthy(program)) return
    await delay(askEveryMs)
  }
  throw new Error(`Nothing is ready on port ${program.port} after ${healthMsMax / 1000} s`)
}

export async function isHealthy(program: {
  readonly host: string
  readonly port: number
  readonly tls: unknown
}): Promise<boolean> {
  const scheme = program.tls ? 'https' : 'http'
  try {
    const response = await fetch(`${scheme}://${program.host}:${program.port}/health`)
    return response.ok
  } catch {
    return false
  }
}
