// Ring — a share of a whole as an arc; the figure or word in its middle says the same.

import type { ReactNode } from 'react'
import css from './ring.module.css'
import type { Tone } from './tones.tsx'

export interface RingProps {
  /** 0..1 */
  readonly share: number
  readonly tone?: Tone
  readonly sizePx?: number
}

/** Drawn only: whoever uses it says the figure in words beside it. */
export function Ring({ share, tone = 'calm', sizePx = 96 }: RingProps) {
  const width = 10
  const radius = 50 - width / 2
  const around = 2 * Math.PI * radius
  return (
    <svg
      className={css.ring}
      data-tone={tone}
      width={sizePx}
      height={sizePx}
      viewBox="0 0 100 100"
      aria-hidden="true"
    >
      <circle className={css.track} cx="50" cy="50" r={radius} strokeWidth={width} />
      <circle
        className={css.arc}
        cx="50"
        cy="50"
        r={radius}
        strokeWidth={width}
        strokeDasharray={`${Math.max(0, Math.min(1, share)) * around} ${around}`}
        transform="rotate(-90 50 50)"
      />
    </svg>
  )
}

export interface RingFigureProps extends RingProps {
  /** The figure in the middle. */
  readonly figure: ReactNode
  /** What it means, under the ring: "Baik", "Terlalu kering — basahi sedikit". */
  readonly word: ReactNode
}

export function RingFigure({ figure, word, ...ring }: RingFigureProps) {
  return (
    <div className={css.figure} data-tone={ring.tone ?? 'calm'}>
      <span className={css.middle}>
        <Ring {...ring} />
        <strong>{figure}</strong>
      </span>
      <span className={css.word}>{word}</span>
    </div>
  )
}
