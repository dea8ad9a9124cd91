// Messages — words of the overview, in English.

import type { Format } from '#kit/web/format'
import type { Matter } from './attention.ts'
import type { Messages } from './messages.id.ts'

const stages: Readonly<Record<string, string>> = {
  form: 'Filling in the form',
  village: 'Village head’s word',
  queue: 'Coming to the counter',
  called: 'At the counter',
  capture: 'Capture',
  attestation: 'Stamping the receipt',
  register: 'Storing',
  outbox: 'Sending to the center',
  center: 'Examined at the center',
  adjudication: 'With an expert at the center',
  failed: 'Cannot go on',
  printing: 'Printing',
  printer: 'In the printer',
  handover: 'Hand-over',
}

const stageOf = (at: string) => stages[at] ?? at

export const messages = {
  title: 'Overview',
  asOf: (time: string) => `As of ${time}, kept up to date by itself.`,
  allWell: 'The service runs as promised',
  allWellHelp: 'Nothing is late and nothing is missing.',
  attention: 'Needs attention',
  open: 'Open the list',
  stage: stageOf,
  matter(it: Matter, format: Format): string {
    switch (it.about) {
      case 'failed':
        return `${it.count} applications cannot go on and need somebody.`
      case 'complaints-overdue':
        return `${it.count} complaints are past the time for an answer.`
      case 'complaints-soon':
        return `${it.count} complaints must be answered within two days.`
      case 'blangko':
        return it.stock <= 0
          ? `There are no blank cards; ${it.ready} cards wait to be printed.`
          : `Only ${it.stock} blank cards are left, and ${it.ready} cards are ready to be printed.`
      case 'promise':
        return `${it.late} of ${it.served} residents took longer than promised today.`
      case 'waiting-long':
        return `Somebody has been in the waiting room for ${format.span(it.ms)}.`
      case 'older':
        return `${it.count} applications have waited for more than 7 days: ${stageOf(it.at).toLowerCase()}.`
      case 'outbox':
        return `${it.count} captures have not been sent to the center, the oldest for ${format.span(it.ms)}.`
      case 'approvals':
        return `${it.count} requests wait for a supervisor.`
      case 'scanner':
        return `Scanner ${it.deviceId}: ${format.percent(it.share)} of fingers had to be taken again. Clean or check it.`
    }
  },
  servedToday: 'Served today',
  within: (within: number, minutes: number) => `${within} within ${minutes} minutes`,
  noneToday: 'nobody yet',
  averageToday: 'Average at the counter',
  promised: (minutes: number) => `${minutes} minutes promised`,
  inRoom: 'In the waiting room',
  longest: (span: string) => `longest ${span}`,
  nobody: 'nobody is waiting',
  blangko: 'Blank cards',
  ready: (count: number) => `${count} cards ready to print`,
  complaints: 'Open complaints',
  overdue: (count: number) => (count === 0 ? 'none overdue' : `${count} overdue`),
  outbox: 'Not sent yet',
  heard: (ago: string | undefined) =>
    ago === undefined ? 'the center answered just now' : `the center answered ${ago} ago`,
  neverHeard: 'the center has never answered',
  counterTime: 'Time at the counter',
  counterTimeHelp: 'From being called to the stamped receipt; one bar for each minute.',
  spans: { today: 'Today', month: '30 days' },
  span: 'Time span',
  people: 'residents',
  minutes: 'minutes',
  promiseLine: (minutes: number) => `promise: ${minutes} minutes`,
  noVisits: 'Nobody has been served in this time.',
  visitsGist: (within: number, served: number, median: string) =>
    `${within} of ${served} as promised; the median is ${median}.`,
  visits: 'Visits, the longest first',
  asTable: 'Show as a table',
  asPicture: 'Show as a picture',
  minuteBand: (minute: number, isLast: boolean) =>
    isLast ? `${minute} minutes or more` : `${minute}–${minute + 1} minutes`,
  whereWaiting: 'Where applications wait',
  whereHelp: 'Press a line to see its list.',
  nothingWaits: 'No application is waiting.',
  ages: {
    day: 'less than a day',
    days: '1–3 days',
    week: '3–7 days',
    older: 'more than 7 days',
  },
  oldest: (span: string) => `oldest ${span}`,
  casesAt: (at: string) => `Waiting: ${stageOf(at).toLowerCase()}`,
  returns: 'Why residents were sent home',
  returnsHelp: 'The last 30 days, at the counter and by the village head.',
  noReturns: 'Nobody was sent home in 30 days.',
  otherReason: 'Something else',
  byVillage: 'Returned by the village head',
  returnsList: 'Returns and their reasons',
  scanners: 'Fingers taken more than once',
  scannersHelp: 'The last 30 days, by scanner.',
  noFingers: 'No fingers were captured in 30 days.',
  retried: (retried: number, fingers: number, share: string) =>
    `${retried} of ${fingers} fingers (${share})`,
  columns: {
    ticket: 'Ticket',
    service: 'Service',
    since: 'Waiting',
    sinceAt: 'Since',
    calledAt: 'Called',
    counter: 'At the counter',
    by: 'By',
    about: 'About',
    reason: 'Reason',
    at: 'Time',
    stage: 'Stage',
    count: 'Count',
    minute: 'Time taken',
    scanner: 'Scanner',
    fingers: 'Fingers',
    retried: 'Taken again',
    tries: 'Tries',
  },
  returnedBy: { counter: 'Counter', village: 'Village head' },
} as const satisfies Messages
