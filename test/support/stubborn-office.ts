// Stubborn office — sends and listens over a line that drops, repeats and disorders what it says, until
// everything is acknowledged and answered.

import { setTimeout as delay } from 'node:timers/promises'
import type { PrivateKeys, PublicKeys } from '../../src/enrollment/keys.ts'
import { verifyWord } from '../../src/enrollment/seal.ts'
import {
  type Answer,
  answerTyp,
  packetPartMediaType,
  receivedTyp,
  writePass,
} from '../../src/enrollment/transfer.ts'
import type { Seeded } from '../../src/kit/seeded.ts'
import type { MadePacket } from './packets.ts'

export interface StubbornOffice {
  readonly officeId: string
  readonly keys: PrivateKeys
  /** What the center answered, by the number of the entry. */
  readonly heard: Map<number, Answer>
  /** Comes back when the center's signed word for it is here. */
  send(packet: MadePacket): Promise<void>
  /** Listens until it has heard of so many decisions. */
  listen(decisions: number): Promise<void>
}

export interface StubbornNeeds {
  readonly officeId: string
  readonly keys: PrivateKeys
  readonly center: PublicKeys
  readonly url: string
  readonly chance: Seeded
}

type Call = { method: string; path: string; body?: Uint8Array | object; offset?: number }

const restMsMax = 300
const lateMsMax = 2_000
const waitMs = 2_000
const callMsMax = 15_000

export function stubbornOffice(needs: StubbornNeeds): StubbornOffice {
  const { officeId, keys, center, chance } = needs
  const heard = new Map<number, Answer>()
  const call = callOver(needs)
  const rest = () => delay(50 + chance.below(restMsMax))
  const say = async (word: string, typ: string) => {
    const said = await verifyWord(word, typ, () => center.signing)
    if (!said.ok) throw new Error(`not the center's word: ${said.issue.code}`)
    return said.value.facts
  }

  /** One try; answers the center's word once all of it is there. */
  async function carry({ digest, bytes }: MadePacket): Promise<string | undefined> {
    const path = `/v1/packets/${digest}`
    const announced = await call({ method: 'PUT', path, body: { bytes: bytes.length } })
    if (announced?.offset === undefined) return undefined
    if (announced.complete) return announced.received
    const { offset } = announced
    const carried = await call({ method: 'PATCH', path, body: bytes.subarray(offset), offset })
    return carried?.complete ? carried.received : undefined
  }

  return {
    officeId,
    keys,
    heard,
    async send(packet) {
      for (;;) {
        const word = await carry(packet)
        if (word === undefined) {
          await rest()
          continue
        }
        const { packetDigest } = (await say(word, receivedTyp)) as { packetDigest: string }
        if (packetDigest !== packet.digest) throw new Error('a word about another packet')
        return
      }
    },
    async listen(decisions) {
      let after = 0
      for (let decided = 0; decided < decisions; ) {
        const page = await call({
          method: 'GET',
          path: `/v1/answers?after=${after}&waitMs=${waitMs}`,
        })
        if (page?.answers === undefined) {
          await rest()
          continue
        }
        for (const word of page.answers) {
          const answer = (await say(word, answerTyp)) as Answer
          if (heard.has(answer.seq)) throw new Error('an entry was told twice')
          heard.set(answer.seq, answer)
          if (answer.fact.type !== 'received') decided++
        }
        after = page.next
      }
    },
  }
}

type Told = {
  offset?: number
  complete?: boolean
  received?: string
  answers?: string[]
  next: number
}

/** A call that may come twice at once, or once more much later; undefined where it failed. */
function callOver({ url, keys, chance }: StubbornNeeds) {
  return async (call: Call): Promise<Told | undefined> => {
    const { method, path, body, offset } = call
    const isBytes = body instanceof Uint8Array
    const authorization = await writePass({ method, path }, Date.now(), keys.signing)
    const once = async (): Promise<Told | undefined> => {
      const reply = await fetch(new URL(path, url), {
        method,
        headers: {
          authorization,
          connection: 'close',
          ...(body ? { 'content-type': isBytes ? packetPartMediaType : 'application/json' } : {}),
          ...(offset === undefined ? {} : { 'upload-offset': String(offset) }),
        },
        ...(body ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(callMsMax),
      })
      const told = await reply.json()
      return reply.ok ? (told as Told) : undefined
    }
    const quietly = () => once().catch(() => undefined)
    const fate = method === 'GET' ? 9 : chance.below(10)
    if (fate < 2) void delay(chance.below(lateMsMax)).then(quietly)
    if (fate === 2) void quietly()
    const told = await quietly()
    // Now and then the answer is lost on its way back.
    return fate === 3 ? undefined : told
  }
}
