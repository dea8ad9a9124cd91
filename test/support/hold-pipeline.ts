// Hold pipeline — the pipeline of a data centre as a process, without its HTTP: one of several that
// share a database and the matchers, to be killed at any moment.

import { openScattered } from '../../src/center/matchers/open-scattered.ts'
import { openCenterWorld } from '../../src/center/open-world.ts'
import { startRemaking } from '../../src/center/remake-templates.ts'
import { startPipeline } from '../../src/center/worker.ts'
import { whenParentIsGone } from '../../src/kit/node/parent.ts'
import { drawnCenterSettings } from './drawn-center.ts'
import { readDrawn } from './drawn-templates.ts'

const [, , home = '', databaseUrl = '', server = ''] = process.argv
const settings = { ...drawnCenterSettings(home, 1), databaseUrl }
const { world } = await openCenterWorld(settings, console.error, 'program')
const nats = { servers: [server], credentials: undefined, tls: undefined }
const limits = { lookMsMax: 2_000, sliceMs: 1_000 }
const { gallery } = openScattered(world.db, nats, { log: () => {}, limits })
const remaking = startRemaking(world, readDrawn)
startPipeline(world, gallery, readDrawn, remaking.isCurrent)
whenParentIsGone(() => process.exit(0))
