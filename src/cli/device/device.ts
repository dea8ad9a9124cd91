// Device — runs the stand-in scanner alone.

import { startDeviceProgram } from '#device'
import { readSettings } from '../settings.ts'
import { untilStopped } from '../until-stopped.ts'

export async function runDevice(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('usage: ./loket device\n')
    return 2
  }
  const { scanner } = readSettings(process.env, process.cwd())
  const device = await startDeviceProgram(scanner, (line) => process.stderr.write(`${line}\n`))
  return untilStopped(device)
}
