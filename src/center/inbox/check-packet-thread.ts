// Check packet thread — checks packets, one after the other, beside the main thread.

import { answerAsks } from '#kit/node/thread'
import { checkPacket } from './check-packet.ts'

answerAsks(checkPacket)
