// Words of the frame — the office's screens, in English.

import type { Messages } from './messages.id.ts'

export const messages = {
  pages: {
    desk: 'Information desk',
    village: 'Village forms',
    counter: 'Counter',
    capture: 'Capture',
    outbox: 'Sending',
    printing: 'Card printing',
    handover: 'Hand-over',
    supervisor: 'Supervisor',
    complaints: 'Complaints',
    camat: 'Camat’s overview',
    administration: 'Administration',
  },
  notFound: 'There is no such page',
  notFoundHelp: 'The address may be mistyped, or the page has moved.',
  toPortal: 'To the front page',
  toOwnPage: 'To your own page',
  notYours: 'This page is not for your role',
  notYoursHelp: (role: string) =>
    `You are signed in as ${role}. If your work needs this page, ask the administrator.`,
  noPages: 'Your role has no page at this office yet',
  noPagesHelp: 'Ask the administrator, or sign out and use another account.',
  standard: 'Service standard',
  decree: (number: string) => `SK ${number}`,
  poster: 'Download poster',
  complaint: 'Make a complaint',
  forStaff: 'Staff sign-in',
  phone: 'Phone',
} as const satisfies Messages
