// Hold thread — answers in capitals, and misbehaves in the ways that it is asked to.

import { threadId } from 'node:worker_threads'
import { answerAsks } from '../../src/kit/node/thread.ts'

answerAsks(async (ask: string) => {
  if (ask === 'throw') throw new Error('as asked')
  if (ask === 'exit') process.exit(0)
  while (ask === 'hang') Math.random()
  return `${ask.toUpperCase()} ${threadId}`
})
