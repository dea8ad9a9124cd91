// Send all — offices that send at once, each one packet after the other, and how long each packet took.

import {
  demandReceived,
  type ReadyPacket,
  type SendingOffice,
  sendPacket,
} from './sending-office.ts'

export interface Addressed {
  readonly office: SendingOffice
  readonly packet: ReadyPacket
}

/** In milliseconds, from the first byte of the announcement to the center's word that it is there. */
export async function sendAll(
  offices: readonly SendingOffice[],
  packets: readonly Addressed[],
): Promise<readonly number[]> {
  const sent = await Promise.all(
    offices.map((office) => sendInTurn(packets.filter((it) => it.office === office))),
  )
  for (const { office, packet, received } of sent.flat()) {
    await demandReceived(office, packet, received)
  }
  return sent.flat().map(({ ms }) => ms)
}

interface Sent extends Addressed {
  readonly received: string
  readonly ms: number
}

async function sendInTurn(packets: readonly Addressed[]): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  for (const { office, packet } of packets) {
    const start = performance.now()
    const received = await sendPacket(office, packet)
    sent.push({ office, packet, received, ms: performance.now() - start })
  }
  return sent
}
