// Pair viewer — two prints large, looked at in step, their paired minutiae joined by lines.

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
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
import { ActionButton, Actions } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './pair-viewer.module.css'
import { asCaptured, nextContrast, shifted, turned, type View, zoomed } from './view.ts'
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
  const [view, setView] = useState(asCaptured)
  const [showsLines, setShowsLines] = useState(true)
  const drawing = useRef<SVGSVGElement>(null)
  useWheel(drawing, (steps) => setView((before) => zoomed(before, steps)))
  const drag = useDrag(drawing, (x, y) => setView((before) => shifted(before, x, y)))
  return (
    <div className={css.viewer}>
      <Tools view={view} onView={setView} lines={showsLines} onLines={setShowsLines} />
      <svg
        ref={drawing}
        className={css.drawing}
        viewBox={`0 0 ${width} ${paneHeight}`}
        role="img"
        aria-label={words.viewer(title, pairs.length)}
        {...drag}
      >
        <Pane print={left} pane={0} view={view} />
        <Pane print={right} pane={1} view={view} />
        {showsLines && <Lines view={view} left={left.finger} right={right.finger} pairs={pairs} />}
      </svg>
      <p className={css.legend}>
        <span>{title}</span>
        <span>{words.pairCount(pairs.length)}</span>
      </p>
    </div>
  )
}

interface ToolsProps {
  readonly view: View
  readonly onView: (view: View) => void
  readonly lines: boolean
  readonly onLines: (lines: boolean) => void
}

function Tools({ view, onView, lines, onLines }: ToolsProps) {
  const words = useWords({ id, en })
  const tool = (shortcut: string, word: string, next: View) => (
    <ActionButton look="quiet" shortcut={shortcut} onAct={() => onView(next)}>
      {word}
    </ActionButton>
  )
  return (
    <Actions>
      {tool('+', words.zoomIn, zoomed(view, 1))}
      {tool('-', words.zoomOut, zoomed(view, -1))}
      {tool('R', words.turn, turned(view, 1))}
      {tool('C', words.contrast, nextContrast(view))}
      {tool('0', words.reset, asCaptured)}
      <label className={css.lines}>
        <input
          type="checkbox"
          checked={lines}
          onChange={(event) => onLines(event.currentTarget.checked)}
        />
        {words.lines}
      </label>
    </Actions>
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

type Drawing = RefObject<SVGSVGElement | null>

/** The page must not scroll meanwhile, which only a listener that is not passive can prevent. */
function useWheel(drawing: Drawing, onSteps: (steps: number) => void) {
  useEffect(() => {
    const element = drawing.current
    if (element === null) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      onSteps(event.deltaY < 0 ? 1 : -1)
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  })
}

function useDrag(drawing: Drawing, onMove: (x: number, y: number) => void) {
  const last = useRef<{ x: number; y: number }>(undefined)
  const unitsPerPx = () => width / (drawing.current?.clientWidth || width)
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      last.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      if (last.current === undefined) return
      const { x, y } = last.current
      onMove((event.clientX - x) * unitsPerPx(), (event.clientY - y) * unitsPerPx())
      last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp() {
      last.current = undefined
    },
  }
}
