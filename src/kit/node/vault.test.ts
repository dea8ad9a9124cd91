// Vault test — what is sealed opens with its key and in its place only.

import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openVault, vaultOf } from './vault.ts'

const folder = await mkdtemp(join(tmpdir(), 'vault-'))
afterAll(() => rm(folder, { recursive: true }))
const vault = vaultOf(new Uint8Array(32).fill(7))

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, context) => {
      expect(new Uint8Array(vault.open(vault.seal(bytes, context), context))).toEqual(bytes)
    }),
  )
})

test('a value with any one bit changed does not open', () => {
  const sealed = vault.sealText('rahasia', 'a')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
    expect(() => vault.open(changed, 'a')).toThrow()
  }
})

test('a value does not open in another place, with another key, or cut short', () => {
  const sealed = vault.sealText('rahasia', 'people/1')
  expect(vault.openText(sealed, 'people/1')).toBe('rahasia')
  expect(() => vault.openText(sealed, 'people/2')).toThrow()
  expect(() => vaultOf(new Uint8Array(32)).openText(sealed, 'people/1')).toThrow()
  expect(() => vault.openText(sealed.subarray(0, 20), 'people/1')).toThrow(/damaged/)
})

test('the same text is sealed differently each time, and indexed alike', () => {
  expect(vault.sealText('same', '')).not.toEqual(vault.sealText('same', ''))
  expect(vault.blindIndex('same')).toEqual(vault.blindIndex('same'))
  expect(vault.blindIndex('same')).not.toEqual(vault.blindIndex('Same'))
  expect(vault.blindIndex('same')).not.toEqual(vaultOf(new Uint8Array(32)).blindIndex('same'))
})

test('the key is made once, for its owner only, also when two open it at the same time', async () => {
  const keyFile = join(folder, 'deep', 'key')
  const [one, two] = await Promise.all([openVault({ keyFile }), openVault({ keyFile })])
  expect(two.openText(one.sealText('shared', ''), '')).toBe('shared')
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
  const again = await openVault({ keyFile })
  expect(again.blindIndex('x')).toEqual(one.blindIndex('x'))
})

test('a key that others can read, or that is damaged, is refused with what to do', async () => {
  const keyFile = join(folder, 'open')
  await openVault({ keyFile })
  await chmod(keyFile, 0o644)
  await expect(openVault({ keyFile })).rejects.toThrow(/chmod 600/)
  await chmod(keyFile, 0o600)
  await writeFile(keyFile, (await readFile(keyFile, 'utf8')).slice(0, 12))
  await expect(openVault({ keyFile })).rejects.toThrow(/backup/)
})
