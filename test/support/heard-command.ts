// Heard command — a home of its own for the commands of a test file, and what they print.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'

export interface HeardCommand {
  readonly home: string
  /** On stdout, since the test began or emptied it. */
  said: string
}

/** To be called once, at the top of a file, before its own `beforeAll`. */
export function useHeardCommand(name: string): HeardCommand {
  const heard = { home: '', said: '' }
  beforeAll(async () => {
    heard.home = await mkdtemp(join(tmpdir(), `loket-${name}-`))
    vi.stubEnv('LOKET_HOME', heard.home)
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      heard.said += String(text)
      return true
    })
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  })
  beforeEach(() => {
    heard.said = ''
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    await rm(heard.home, { recursive: true })
  })
  return heard
}
