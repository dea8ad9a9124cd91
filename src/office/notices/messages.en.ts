// Words of the band of the center's notices — in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  from: 'Data center',
  kinds: {
    outage: 'Outage',
    pause: 'Service paused',
    maintenance: 'Maintenance',
  },
  span: (from: string, to: string) => `${from} – ${to}`,
} satisfies Messages
