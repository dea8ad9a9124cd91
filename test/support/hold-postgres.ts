// Hold postgres — a process of its own that starts a database server and keeps it: to be killed.

import { startPostgres } from '../../src/kit/node/postgres.ts'

const postgres = await startPostgres({ dataDir: process.argv[2] as string })
console.log(JSON.stringify({ url: postgres.url('postgres'), pid: postgres.pid() }))
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
