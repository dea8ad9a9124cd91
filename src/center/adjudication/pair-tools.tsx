// Pair tools — the buttons and keys for looking at two prints in step.

import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconContrast,
  IconContrastFilled,
  IconRotate,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './pair-viewer.module.css'
import { asCaptured, contrasted, moved, turned, type View, type Way, zoomed } from './view.ts'

export interface PairToolsProps {
  readonly view: View
  readonly onView: (view: View) => void
  readonly lines: boolean
  readonly onLines: (lines: boolean) => void
}

const moves = [
  ['left', IconArrowLeft],
  ['up', IconArrowUp],
  ['down', IconArrowDown],
  ['right', IconArrowRight],
] as const satisfies readonly (readonly [Way, typeof IconArrowUp])[]

export function PairTools({ view, onView, lines, onLines }: PairToolsProps) {
  const words = useWords({ id, en })
  const tool = (shortcut: string, Sign: typeof IconZoomIn, word: string, next: View) => (
    <ActionButton
      look="quiet"
      shortcut={shortcut}
      label={word}
      icon={<Sign size={20} stroke={1.75} aria-hidden="true" />}
      onAct={() => onView(next)}
    >
      {null}
    </ActionButton>
  )
  return (
    <fieldset className={css.tools}>
      <legend className="visually-hidden">{words.tools}</legend>
      <span className={css.group}>
        {tool('+', IconZoomIn, words.zoomIn, zoomed(view, 1))}
        {tool('-', IconZoomOut, words.zoomOut, zoomed(view, -1))}
      </span>
      <span className={css.group}>
        {tool('E', IconRotate, words.turnLeft, turned(view, -1))}
        {tool('R', IconRotateClockwise, words.turnRight, turned(view, 1))}
      </span>
      <span className={css.group}>
        {tool('D', IconContrast, words.lessContrast, contrasted(view, -1))}
        {tool('C', IconContrastFilled, words.moreContrast, contrasted(view, 1))}
      </span>
      <span className={css.group}>
        {moves.map(([way, Sign]) => (
          <ActionButton
            key={way}
            look="quiet"
            label={words.move[way]}
            icon={<Sign size={20} stroke={1.75} aria-hidden="true" />}
            onAct={() => onView(moved(view, way))}
          >
            {null}
          </ActionButton>
        ))}
      </span>
      <span className={css.group}>
        <ActionButton look="quiet" shortcut="0" onAct={() => onView(asCaptured)}>
          {words.reset}
        </ActionButton>
        <ActionButton look="quiet" shortcut="M" onAct={() => onLines(!lines)}>
          {lines ? words.hideLines : words.showLines}
        </ActionButton>
      </span>
    </fieldset>
  )
}
