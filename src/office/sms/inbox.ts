// Inbox — the daemon's folder of messages that came: read part by part, taken in, then taken away.

import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '#kit/node/files'
import type { OfficeWorld } from '../world.ts'
import { decodeMessage, type InboxName, parseInboxName } from './message-file.ts'
import { type ComplaintDesk, type ReceivedMessage, receiveMessage } from './receive.ts'

/** A round looks at no more files than this; the others wait for the next one. */
const filesPerRound = 200
const partsMax = 20
const partBytesMax = 4_096

interface Gathered {
  readonly message: string
  readonly sender: string
  readonly parts: readonly (InboxName & { readonly file: string; readonly bytes: number })[]
}

/** Remembers what it saw: a message is taken once nothing was added to it between two looks. */
export interface InboxReader {
  /** Answers how many messages were taken in. */
  takeRound(): Promise<number>
}

export function inboxReader(world: OfficeWorld, desk: ComplaintDesk, folder: string): InboxReader {
  const inbox = join(folder, 'inbox')
  let seen = new Map<string, string>()
  return {
    async takeRound() {
      const gathered = await gather(inbox, folder)
      const now = new Map(gathered.map((it) => [it.message, lookOf(it)]))
      const settled = gathered.filter((it) => seen.get(it.message) === lookOf(it))
      seen = now
      for (const it of settled) {
        await receiveMessage(world, desk, await readParts(inbox, it))
        // Committed: if the files stay now, the next life meets them as a repetition.
        for (const { file } of it.parts) await rm(join(inbox, file), { force: true })
      }
      return settled.length
    },
  }
}

async function gather(inbox: string, folder: string): Promise<readonly Gathered[]> {
  const names = (await readdir(inbox)).filter((name) => name.startsWith('IN')).sort()
  const messages = new Map<string, Gathered['parts'][number][]>()
  for (const file of names.slice(0, filesPerRound)) {
    const name = parseInboxName(file)
    const bytes = await sizeOf(join(inbox, file))
    if (bytes === undefined) continue
    const parts = messages.get(name?.message ?? '') ?? []
    if (name === undefined || bytes > partBytesMax || parts.length === partsMax) {
      await putAside(inbox, folder, file)
      continue
    }
    messages.set(name.message, [...parts, { ...name, file, bytes }])
  }
  return [...messages].map(([message, parts]) => ({
    message,
    sender: parts[0]?.sender ?? '',
    parts: parts.toSorted((a, b) => a.part - b.part),
  }))
}

function lookOf({ parts }: Gathered): string {
  return parts.map(({ file, bytes }) => `${file} ${bytes}`).join('\n')
}

async function readParts(inbox: string, { message, sender, parts }: Gathered) {
  const texts: string[] = []
  for (const { kind, file } of parts) {
    if (kind === 'txt') texts.push(decodeMessage(await readFile(join(inbox, file))))
  }
  const text = texts.length === 0 ? undefined : texts.join('')
  return { message, sender, text } satisfies ReceivedMessage
}

/** What no phone could have sent is not lost, but stands in nobody's way. */
async function putAside(inbox: string, folder: string, file: string) {
  const aside = join(folder, 'unreadable')
  await mkdir(aside, { recursive: true })
  await rename(join(inbox, file), join(aside, file))
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
