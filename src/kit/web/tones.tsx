// Tones — the four ways a state may look; each has a word and a sign, never a color alone.

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react'

/** calm: take note · needs: waits for you · refusal: not accepted, or danger · done: finished */
export type Tone = 'calm' | 'needs' | 'refusal' | 'done'

const signs = {
  calm: IconInfoCircle,
  needs: IconAlertTriangle,
  refusal: IconCircleX,
  done: IconCircleCheck,
} as const

export function ToneSign({ tone, size = 20 }: { readonly tone: Tone; readonly size?: number }) {
  const Sign = signs[tone]
  return <Sign size={size} stroke={1.75} aria-hidden="true" />
}
