// Words of the band of the center's notices — in Indonesian.

import type { NoticeKind } from '#enrollment/notices'

export const messages = {
  from: 'Pusat data',
  kinds: {
    outage: 'Gangguan',
    pause: 'Layanan dijeda',
    maintenance: 'Pemeliharaan',
  } satisfies Record<NoticeKind, string>,
  span: (from: string, to: string) => `${from} – ${to}`,
}

export type Messages = typeof messages
