// Main — the scanner as a program: hands in the clock and says where it listens.

import { systemClock } from '#kit/clock'
import { type DeviceSettings, type RunningDevice, startDevice } from './device.ts'

/** One line to `log` once it is ready. */
export async function startDeviceProgram(
  settings: DeviceSettings,
  log: (line: string) => void,
): Promise<RunningDevice> {
  const device = await startDevice({ ...settings, clock: systemClock, log })
  log(`scanner ready on http://127.0.0.1:${device.port}`)
  return device
}
