// Hold SMS — a process of its own that starts the daemon and keeps it: to be killed.

import { waitUntil } from '../../src/kit/node/process-table.ts'
import { provideFolders, startDaemon } from '../../src/office/sms/daemon.ts'

const folder = process.argv[2] as string
await provideFolders(folder)
const phone = { device: `${folder}/phone`, connection: 'none', model: 'dummy' }
const daemon = await startDaemon(folder, phone, () => {})
await waitUntil(() => daemon.pid() !== undefined, 5_000)
console.log(daemon.pid())
setInterval(() => {}, 60_000)
