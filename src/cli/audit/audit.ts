// Audit — computes the chain of both audit logs again, and says whether an entry was touched.

import { openCenterWorld } from '#center'
import { hexOf } from '#kit/bytes'
import { openOfficeWorld } from '#office'
import { verifyAudit } from '#staff/audit'
import type { StaffDb } from '#staff/tables'
import { readSettings } from '../settings.ts'

export async function runAudit(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'verify') {
    process.stderr.write('usage: ./loket audit verify\n')
    return 2
  }
  const settings = readSettings(process.env, process.cwd())
  const log = () => {}
  const office = await openOfficeWorld(settings.office, { log, wakeLine: log }, 'command')
  const officeIsWhole = await tell('office', office.world.db).finally(office.close)
  const center = await openCenterWorld(settings.center, log, 'command')
  const centerIsWhole = await tell('center', center.world.db).finally(center.close)
  return officeIsWhole && centerIsWhole ? 0 : 1
}

async function tell(program: string, db: StaffDb): Promise<boolean> {
  const verified = await verifyAudit(db)
  const said = verified.ok
    ? `${verified.value.entries} entries whole, last ${hexOf(verified.value.lastHash)}`
    : `broken at entry ${verified.issue.seq}`
  process.stdout.write(`${program}: ${said}\n`)
  return verified.ok
}
