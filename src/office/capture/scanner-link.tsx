// Scanner link — from this page to the fingerprint scanner on the operator's own machine (SBI 0.9.5).

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Slap } from '#enrollment/fingers'
import { type DeviceSubId, discoverFingerDevices, watchPreview } from '#formats/sbi'
import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './scanner-link.module.css'

export interface FoundScanner {
  readonly baseUrl: string
  readonly deviceId: string
  /** As its maker calls it. */
  readonly name: string
}

export type Scanner =
  | { readonly state: 'looking' }
  | { readonly state: 'none'; readonly again: () => void }
  | { readonly state: 'found'; readonly scanner: FoundScanner; readonly again: () => void }

export interface ScannerPorts {
  readonly first: number
  readonly last: number
}

const answerMsMax = 1_500

/** Looks once, and again when asked; the first scanner that answers is used. */
export function useScanner({ first, last }: ScannerPorts): Scanner {
  const [found, setFound] = useState<FoundScanner | 'none' | 'looking'>('looking')
  const [looks, setLooks] = useState(0)
  const again = useCallback(() => setLooks((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` asks for another look
  useEffect(() => {
    let isGone = false
    setFound('looking')
    void lookFor({ first, last }).then((it) => {
      if (!isGone) setFound(it ?? 'none')
    })
    return () => {
      isGone = true
    }
  }, [first, last, looks])
  if (found === 'looking') return { state: 'looking' }
  return found === 'none' ? { state: 'none', again } : { state: 'found', scanner: found, again }
}

async function lookFor({ first, last }: ScannerPorts): Promise<FoundScanner | undefined> {
  const ports = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const asked = { fetch: browserFetch, ports, timeoutMs: answerMsMax }
  const [device] = await discoverFingerDevices(asked)
  if (device === undefined) return undefined
  const { deviceId, deviceCode, digitalId } = device.device
  return { baseUrl: device.baseUrl, deviceId, name: makerOf(digitalId) ?? deviceCode }
}

const browserFetch: typeof fetch = (...asked) => globalThis.fetch(...asked)

/** Not signed there: good enough to be shown, believed by nobody. */
function makerOf(digitalId: string): string | undefined {
  try {
    const text = atob(digitalId.replaceAll('-', '+').replaceAll('_', '/'))
    const { make, model } = JSON.parse(text) as { make?: unknown; model?: unknown }
    return typeof make === 'string' && typeof model === 'string' ? `${make} ${model}` : undefined
  } catch {
    return undefined
  }
}

const captureMsMax = 60_000

/** Hands the office's request to the scanner as it is; undefined where it does not answer. */
export async function pressOn(scanner: FoundScanner, request: unknown): Promise<unknown> {
  try {
    const reply = await fetch(`${scanner.baseUrl}/capture`, {
      method: 'RCAPTURE',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(captureMsMax),
      cache: 'no-store',
    })
    return await reply.json()
  } catch {
    return undefined
  }
}

/** Where the scanner stands, and what to do while there is none. */
export function ScannerState({
  scanner,
  ports,
}: {
  readonly scanner: Scanner
  readonly ports: ScannerPorts
}) {
  const words = useWords({ id, en }).scanner
  if (scanner.state === 'looking') return <Notice>{words.looking}</Notice>
  if (scanner.state === 'found') {
    return <p className={css.name}>{words.found(scanner.scanner.name)}</p>
  }
  return (
    <Notice
      tone="needs"
      title={words.none}
      action={
        <ActionButton look="plain" shortcut="C" onAct={scanner.again}>
          {words.again}
        </ActionButton>
      }
    >
      {words.noneHelp(ports.first, ports.last)}
    </Notice>
  )
}

const subIds: Readonly<Record<Slap, DeviceSubId>> = {
  'left-four': 1,
  'right-four': 2,
  thumbs: 3,
}
const previewMs = 300_000
const restMs = 700

/** The scanner's live picture, for as long as it is shown. */
export function Preview({
  scanner,
  slap,
  label,
}: {
  readonly scanner: FoundScanner
  readonly slap: Slap
  readonly label: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { baseUrl, deviceId } = scanner
  useEffect(() => {
    const stop = new AbortController()
    const show = async ({ jpeg }: { readonly jpeg: Uint8Array }) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(jpeg)]))
      const place = canvas.current
      if (place === null) return
      place.width = picture.width
      place.height = picture.height
      place.getContext('2d')?.drawImage(picture, 0, 0)
    }
    const watch = async () => {
      const client = { fetch: browserFetch, baseUrl }
      while (!stop.signal.aborted) {
        await watchPreview(client, {
          deviceId,
          deviceSubId: subIds[slap],
          timeoutMs: previewMs,
          stop: stop.signal,
          show: (frame) => void show(frame).catch(() => {}),
        })
        // The scanner may still be ending the last stream, or be capturing.
        await new Promise((wait) => setTimeout(wait, restMs))
      }
    }
    void watch()
    return () => stop.abort()
  }, [baseUrl, deviceId, slap])
  return <canvas ref={canvas} className={css.preview} width={800} height={320} aria-label={label} />
}
