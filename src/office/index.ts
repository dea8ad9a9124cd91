// Office — the door of the program: start it, and enroll it at a center.

export { type RunningOffice, startOffice } from './main.ts'
export { enrollAtCenter } from './outbox/enroll-office.ts'
export type { OfficeSettings } from './settings.ts'
