// Hands — two hands palm down; each finger fills from its tip as far as its quality, with its number.

import { useWords } from '#kit/web/language'
import css from './hands.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { FingerView } from './wire.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly height: number
  /** Degrees. */
  readonly lean: number
}

const fingerWidth = 40
const handWidth = 260
const handHeight = 230

/** Of a right hand palm down, thumb first; the left one is its mirror image. */
const rightHand: readonly Place[] = [
  { x: 14, y: 108, height: 92, lean: -42 },
  { x: 62, y: 30, height: 120, lean: -8 },
  { x: 108, y: 12, height: 136, lean: 0 },
  { x: 154, y: 26, height: 122, lean: 6 },
  { x: 200, y: 60, height: 96, lean: 14 },
]

export interface HandsProps {
  readonly fingers: readonly FingerView[]
  /** The press that is due now. */
  readonly due: readonly number[]
}

export function Hands({ fingers, due }: HandsProps) {
  const words = useWords({ id, en }).fingers
  const of = (positions: readonly number[]) =>
    positions.map((position) => fingers.find((it) => it.position === position))
  return (
    <figure className={css.hands} aria-label={words.handsAlt}>
      <Hand name={words.hands.left} fingers={of([6, 7, 8, 9, 10])} due={due} mirrored />
      <Hand name={words.hands.right} fingers={of([1, 2, 3, 4, 5])} due={due} />
    </figure>
  )
}

interface HandProps {
  readonly name: string
  /** Thumb first. */
  readonly fingers: readonly (FingerView | undefined)[]
  readonly due: readonly number[]
  readonly mirrored?: boolean
}

function Hand({ name, fingers, due, mirrored = false }: HandProps) {
  return (
    <div className={css.hand}>
      <svg viewBox={`0 0 ${handWidth} ${handHeight}`} aria-hidden="true">
        <path className={css.palm} d={palm} transform={mirrored ? mirror : undefined} />
        {fingers.map((finger, i) =>
          finger === undefined ? null : (
            <Finger
              key={finger.position}
              finger={finger}
              place={placeOf(rightHand[i] as Place, mirrored)}
              isDue={due.includes(finger.position)}
            />
          ),
        )}
      </svg>
      <span>{name}</span>
    </div>
  )
}

const mirror = `translate(${handWidth} 0) scale(-1 1)`
const palm = 'M62 152c20-14 150-14 170 0 8 30 4 56-14 70H92c-18-10-34-40-30-70z'

function placeOf(place: Place, mirrored: boolean): Place {
  if (!mirrored) return place
  return { ...place, x: handWidth - place.x - fingerWidth, lean: -place.lean }
}

interface FingerProps {
  readonly finger: FingerView
  readonly place: Place
  readonly isDue: boolean
}

function Finger({ finger, place, isDue }: FingerProps) {
  const { x, y, height, lean } = place
  const { position, standing, best } = finger
  const center = `${x + fingerWidth / 2} ${y + height / 2}`
  const filled = standing === 'excepted' ? 0 : (height * (best?.quality ?? 0)) / 100
  const shape = { x, y, width: fingerWidth, height, rx: fingerWidth / 2 }
  const clip = `finger-${position}`
  return (
    <g
      className={css.finger}
      data-standing={standing}
      data-due={isDue}
      transform={`rotate(${lean} ${center})`}
    >
      <clipPath id={clip}>
        <rect {...shape} />
      </clipPath>
      <rect {...shape} className={css.skin} />
      <rect
        x={x}
        y={y + height - filled}
        width={fingerWidth}
        height={filled}
        className={css.fill}
        clipPath={`url(#${clip})`}
      />
      <rect {...shape} className={css.edge} />
      <text
        x={x + fingerWidth / 2}
        y={y + height / 2}
        transform={`rotate(${-lean} ${center})`}
        className={css.number}
        data-long={best?.quality === 100}
      >
        {standing === 'excepted' ? '×' : (best?.quality ?? '')}
      </text>
    </g>
  )
}
