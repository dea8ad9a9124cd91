// Adjudication cases — five visits to a center: one is plain, four wait for an expert.

import sharp from 'sharp'
import type { SendingOffice, TestCenter } from './center.ts'
import type { MadePacket } from './packets.ts'

export interface AdjudicationCases {
  readonly office: SendingOffice
  readonly ani: MadePacket
  /** One finger is ani's, one is not: too much to be chance, too little to be sure. */
  readonly doubtful: MadePacket
  /** Another NIK, the same fingers as `doubtful`. */
  readonly twin: MadePacket
  /** ani's NIK with other fingers. */
  readonly stranger: MadePacket
  /** All ten fingers excepted. */
  readonly fingerless: MadePacket
}

export async function sendAdjudicationCases(center: TestCenter): Promise<AdjudicationCases> {
  const photo = await sharp({
    create: { width: 30, height: 40, channels: 3, background: '#a00' },
  })
    .jpeg()
    .toBuffer()
  const office = await center.enroll('Kecamatan Contoh')
  const packet = (resident: string, fingers: Record<number, string>, visit: string) =>
    office.packet({ resident, fingers, visit, photo })
  const ani = await packet('ani', { 2: 'ani', 7: 'ani' }, '1')
  const doubtful = await packet('beni', { 2: 'ani', 7: 'beni' }, '2')
  const twin = await packet('citra', { 2: 'ani', 7: 'beni' }, '3')
  const stranger = await packet('ani', { 2: 'dewi', 7: 'dewi' }, '4')
  const fingerless = await packet('lina', {}, '5')
  for (const sent of [ani, doubtful, twin, stranger, fingerless]) {
    center.time.now += 1_000
    await office.send(sent)
    await center.process()
  }
  return { office, ani, doubtful, twin, stranger, fingerless }
}
