// Pair viewer — two prints large, looked at in step, their paired minutiae joined by lines.

import { useRef, useState } from 'react'
import {
  leftOf,
  type Mark,
  markRadius,
  type PaneNumber,
  pairDrawing,
  paneHeight,
  paneWidth,
  transformOf,
  drawingWidth as width,
} from '#finger/show'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { PairTools } from './pair-tools.tsx'
import css from './pair-viewer.module.css'
import { arrowKeys, usePointers, useWheel } from './use-gestures.tsx'
import { asCaptured, type View } from './view.ts'
import type { ShownFinger } from './wire.ts'

export interface Print {
  readonly src: string
  readonly finger: ShownFinger
}

export interface PairViewerProps {
  readonly title: string
  readonly left: Print
  readonly right: Print
  readonly pairs: readonly (readonly number[])[]
}

export function PairViewer({ title, left, right, pairs }: PairViewerProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [view, setView] = useState(asCaptured)
  const [showsLines, setShowsLines] = useState(true)
  const drawing = useRef<SVGSVGElement>(null)
  useWheel(drawing, setView)
  const pointers = usePointers(drawing, setView)
  return (
    <div className={css.viewer}>
      <PairTools view={view} onView={setView} lines={showsLines} onLines={setShowsLines} />
      <svg
        ref={drawing}
        className={css.drawing}
        viewBox={`0 0 ${width} ${paneHeight}`}
        role="img"
        aria-label={words.viewer(title, pairs.length)}
        // It can be moved by arrow keys, so it must be reachable by key.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onKeyDown={arrowKeys(setView)}
        {...pointers}
      >
        <Pane print={left} pane={0} view={view} />
        <Pane print={right} pane={1} view={view} />
        {showsLines && <Lines view={view} left={left.finger} right={right.finger} pairs={pairs} />}
      </svg>
      <p className={css.legend}>
        <span>{title}</span>
        <span data-figures="">
          {words.lookedAt(format.number(view.zoom, 1), view.turn, format.percent(view.contrast))}
        </span>
        <span>{words.pairCount(pairs.length)}</span>
      </p>
    </div>
  )
}

interface PaneProps {
  readonly print: Print
  readonly pane: PaneNumber
  readonly view: View
}

function Pane({ print: { src, finger }, pane, view }: PaneProps) {
  const clip = `pane-${pane}`
  return (
    <>
      <clipPath id={clip}>
        <rect x={leftOf(pane)} width={paneWidth} height={paneHeight} rx={8} />
      </clipPath>
      <rect className={css.pane} x={leftOf(pane)} width={paneWidth} height={paneHeight} rx={8} />
      <g clipPath={`url(#${clip})`}>
        <image
          href={src}
          width={finger.width}
          height={finger.height}
          preserveAspectRatio="none"
          transform={transformOf(view, finger, pane)}
          style={{ filter: `contrast(${view.contrast})` }}
        />
      </g>
    </>
  )
}

interface LinesProps {
  readonly view: View
  readonly left: ShownFinger
  readonly right: ShownFinger
  readonly pairs: readonly (readonly number[])[]
}

function Lines({ view, left, right, pairs }: LinesProps) {
  const { lines } = pairDrawing(view, [left, right], pairs)
  return (
    <g className={css.pairs}>
      {lines.map(({ from, to }) => (
        <g key={`${from.minutia}-${to.minutia}`}>
          <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          <PairedMark mark={from} />
          <PairedMark mark={to} />
        </g>
      ))}
    </g>
  )
}

/** An ending as a ring, a fork as a square, and a stroke the way it points. */
function PairedMark({ mark: { x, y, tip, isFork } }: { readonly mark: Mark }) {
  const side = 2 * markRadius
  return (
    <g className={css.mark}>
      <line x1={x} y1={y} x2={tip.x} y2={tip.y} />
      {isFork ? (
        <rect x={x - markRadius} y={y - markRadius} width={side} height={side} />
      ) : (
        <circle cx={x} cy={y} r={markRadius} />
      )}
    </g>
  )
}
