// Office — runs the office alone, enrolls it at a center, makes the first administrator.

import { enrollAtCenter, openOfficeWorld, startOffice } from '#office'
import { serviceStandard } from '#standard'
import { firstAdministrator } from '../first-administrator.ts'
import { readSettings } from '../settings.ts'
import { untilStopped } from '../until-stopped.ts'

const log = (line: string) => process.stderr.write(`${line}\n`)

export async function runOffice([act, ...args]: readonly string[]): Promise<number> {
  const settings = readSettings(process.env, process.cwd())
  if (act === undefined) {
    const office = await startOffice(settings.office, log)
    log(`office ready on ${office.address}`)
    return untilStopped(office)
  }
  const isEnroll = act === 'enroll' && args.length === 1
  if (!isEnroll && act !== 'first-administrator') {
    log('usage: ./loket office [enroll CODE | first-administrator NAME DISPLAY-NAME]')
    return 2
  }
  const needs = { log: () => {}, wakeLine: () => {} }
  const { world, close } = await openOfficeWorld(settings.office, needs, 'command')
  try {
    if (!isEnroll) return await firstAdministrator(world, args)
    const name = serviceStandard.office.name
    const enrolled = await enrollAtCenter(world, { code: args[0] as string, name })
    if (enrolled.ok) log(`Terdaftar di pusat / enrolled at the center: ${enrolled.value.officeId}`)
    else log(`Pendaftaran ditolak / enrollment refused: ${JSON.stringify(enrolled.issue)}`)
    return enrolled.ok ? 0 : 1
  } finally {
    await close()
  }
}
