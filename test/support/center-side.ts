// Center side — what the center makes of an office's packet, for tests of the office.

import {
  type OpenedPacket,
  type Sender,
  unsealPacket,
  verifyPacket,
} from '../../src/center/inbox/open-packet.ts'

/** Verifies and opens; whatever the center would refuse ends the test. */
export async function openAtCenter(
  bytes: Uint8Array,
  sender: Sender,
  identity: string,
): Promise<OpenedPacket> {
  const verified = await verifyPacket(bytes, sender)
  if (!verified.ok) throw new Error(verified.issue.code)
  const opened = await unsealPacket(verified.value, identity)
  if (!opened.ok) throw new Error(opened.issue.code)
  return opened.value
}
