// Thread start — where a thread begins: it learns TypeScript, which it does not inherit, and goes on
// with its file.

import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.file)
