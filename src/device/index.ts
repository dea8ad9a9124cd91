// Device — the door of the stand-in scanner.

export {
  type DeviceNeeds,
  type DeviceSettings,
  type RunningDevice,
  startDevice,
} from './device.ts'
export { startDeviceProgram } from './main.ts'
export type { FingerSource } from './source/finger-source.ts'
export type { FolderPerson, Person, SyntheticPerson } from './source/person.ts'
