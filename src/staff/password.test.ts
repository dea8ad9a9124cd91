// Password — the policy, the hash, and the same work for a name nobody has.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passwordLengthMax } from './limits.ts'
import {
  oneTimePassword,
  type Password,
  parsePassword,
  passwordCost,
  passwordsAt,
} from './password.ts'

const passwords = passwordsAt({ memoryKiB: 64, passes: 1, lanes: 1 })
const secret = 'rahasia kantor' as Password

describe('a password is accepted', () => {
  test('from ten characters on, counted as people count them', () => {
    expect(parsePassword('sembilan!', 'budi')).toEqual({
      ok: false,
      issue: { code: 'password.short', length: 9, min: 10 },
    })
    expect(parsePassword('sepuluh!!!', 'budi').ok).toBe(true)
    expect(parsePassword('😀😀😀😀😀😀😀😀😀', 'budi').ok).toBe(false)
  })

  test('unless it holds the account name in any case', () => {
    expect(parsePassword('XxBuDiSantoso', 'budi')).toEqual({
      ok: false,
      issue: { code: 'password.name' },
    })
  })

  test('unless it is too long to be hashed for a stranger', () => {
    expect(parsePassword('a'.repeat(passwordLengthMax + 1), 'budi').ok).toBe(false)
    expect(parsePassword('a'.repeat(passwordLengthMax), 'budi').ok).toBe(true)
  })
})

describe('a password is kept', () => {
  test('as argon2id at the cost OWASP names', async () => {
    const kept = await passwordsAt(passwordCost).hash(secret)
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('so that only the same password opens it', async () => {
    const kept = await passwords.hash(secret)
    expect(await passwords.verify(kept, 'rahasia kantor')).toBe(true)
    expect(await passwords.verify(kept, 'rahasia kantoR')).toBe(false)
    expect(kept).not.toContain('rahasia')
  })

  test('the same however the keyboard composes a letter', async () => {
    const kept = await passwords.hash('caf\u00e9 di kantor' as Password)
    expect(await passwords.verify(kept, 'cafe\u0301 di kantor')).toBe(true)
  })
})

describe('a name nobody has', () => {
  test('never opens, not even with the decoy’s own password', async () => {
    expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false)
  })

  test('costs about the work of a name somebody has', async () => {
    const slow = passwordsAt({ memoryKiB: 8_192, passes: 2, lanes: 1 })
    const kept = await slow.hash(secret)
    await slow.verify(undefined, 'salah sekali')
    const known = await msOf(() => slow.verify(kept, 'salah sekali'))
    const unknown = await msOf(() => slow.verify(undefined, 'salah sekali'))
    expect(unknown).toBeGreaterThan(known / 3)
    expect(unknown).toBeLessThan(known * 3)
  })
})

describe('a one-time password', () => {
  test('is four groups of four letters that are told apart on paper', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        expect(oneTimePassword(() => bytes)).toMatch(
          /^([a-hjkmnp-tv-z0-9]{4}-){3}[a-hjkmnp-tv-z0-9]{4}$/,
        )
      }),
    )
  })

  test('changes with each of its bytes', () => {
    const zeros = new Uint8Array(16)
    const made = zeros.map((_, i) => i)
    const all = Array.from(made, (i) => oneTimePassword(() => zeros.with(i, 1)))
    expect(new Set(all).size).toBe(16)
  })
})

async function msOf(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 9; round++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[4] as number
}
