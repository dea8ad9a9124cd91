// Center — the door of the program: start it, and make a code for an office.

export { type RunningCenter, startCenter } from './main.ts'
export { makeOfficeCode } from './offices/store.ts'
export { type OpenedCenter, openCenterWorld } from './open-world.ts'
export { remakeTemplates } from './remake-templates.ts'
export type { CenterSettings } from './settings.ts'
