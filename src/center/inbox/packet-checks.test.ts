// Packet checks tests — files of packets checked in threads, as whoever checks them here would.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateKeys, publicKeysOf, publicSigningOf } from '#enrollment/keys'
import { type MadePacket, makePacket } from '../../../test/support/packets.ts'
import type { PacketAsked } from './check-packet.ts'
import { startPacketChecks } from './packet-checks.ts'

const checks = startPacketChecks()
let folder = ''
let packet: MadePacket
let asked: PacketAsked
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packet-checks-'))
  const office = (await generateKeys('office-key')).signing
  const { sealing } = await publicKeysOf(await generateKeys('center-key'))
  packet = await makePacket({
    ...{ officeId: 'an office', officeKey: office, recipients: [sealing] },
    ...{ resident: 'ani', fingers: {} },
  })
  asked = {
    path: join(folder, 'packet'),
    digest: packet.digest,
    sender: { officeId: 'an office', signingKey: publicSigningOf(office) },
  }
})
afterAll(async () => {
  await checks.stop()
  await rm(folder, { recursive: true, force: true })
})

async function checked(bytes: Uint8Array, other: Partial<PacketAsked> = {}) {
  await writeFile(asked.path, bytes)
  return checks.checkPacket({ ...asked, ...other })
}

test('what is in order is told with its case and its size', async () => {
  expect(await checked(packet.bytes)).toEqual({
    ok: true,
    value: { caseId: packet.caseId, byteCount: packet.bytes.length },
  })
})

test('other bytes than announced, and another sender, each have their code', async () => {
  const cut = packet.bytes.subarray(1)
  expect(await checked(cut)).toEqual({ ok: false, issue: { code: 'packet.digest-differs' } })
  const { sender } = asked
  const stranger = { ...sender, signingKey: { ...sender.signingKey, kid: 'another' } }
  expect(await checked(packet.bytes, { sender: stranger })).toEqual({
    ok: false,
    issue: { code: 'signature.unknown-key' },
  })
  expect(await checked(packet.bytes, { sender: { ...sender, officeId: 'another' } })).toEqual({
    ok: false,
    issue: { code: 'packet.other-office' },
  })
})

test('a file that cannot be read rejects its check, and the next one goes on', async () => {
  const path = join(folder, 'gone')
  await expect(checks.checkPacket({ ...asked, path })).rejects.toThrow('ENOENT')
  expect(await checked(packet.bytes)).toMatchObject({ ok: true })
})
