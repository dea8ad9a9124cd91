// Office — the door of the program: start it, and enroll it at a center.

export { type RunningOffice, startOffice } from './main.ts'
export { type OpenedOffice, openOfficeWorld } from './open-world.ts'
export { enrollAtCenter } from './outbox/enroll-office.ts'
export type { OfficeSettings } from './settings.ts'
