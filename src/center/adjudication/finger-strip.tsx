// Finger strip — ten places, each with the newcomer's finger and the recorded one it was compared with.

import { type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { useWords } from '#kit/web/language'
import css from './fingers.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { ShownPerson } from './wire.ts'

export interface FingerStripProps {
  readonly caseId: string
  readonly newcomer: ShownPerson
  readonly recorded: ShownPerson
  readonly compared: ReadonlyMap<FingerPosition, FingerPosition>
  readonly chosen: FingerPosition | undefined
  readonly onChoose: (position: FingerPosition) => void
  /** Below each finger; empty while the scores are hidden. */
  readonly scoreOf: (position: FingerPosition) => string
}

export function imagePath(caseId: string, which: string, position: number): string {
  return `/api/adjudications/${caseId}/images/${which}/finger-${position}`
}

export function FingerStrip(props: FingerStripProps) {
  const { caseId, newcomer, recorded, compared, chosen, scoreOf } = props
  const words = useWords({ id, en })
  const isMixedUp = [...compared].some(([position, theirs]) => position !== theirs)
  // Where labels are mixed up, a finger that was not compared has no place beside the newcomer's.
  const theirsAt = (position: FingerPosition) =>
    compared.get(position) ?? (isMixedUp ? undefined : position)
  return (
    <div className={css.strip}>
      {fingerPositions.map((position) => {
        const theirs = compared.get(position)
        return (
          <button
            key={position}
            type="button"
            className={css.thumb}
            aria-pressed={position === chosen}
            disabled={theirs === undefined}
            title={theirs === undefined ? words.notBoth : undefined}
            onClick={() => props.onChoose(position)}
          >
            <span className={css.images}>
              <Thumb src={imageOf(caseId, newcomer, 'newcomer', position)} />
              <Thumb src={imageOf(caseId, recorded, recorded.caseId, theirsAt(position))} />
            </span>
            <span className={css.name}>
              {words.finger(position)}
              {theirs !== undefined && theirs !== position && (
                <span className={css.elsewhere}>{words.recordedAs(words.finger(theirs))}</span>
              )}
            </span>
            <span className={css.score}>{scoreOf(position)}</span>
          </button>
        )
      })}
    </div>
  )
}

function imageOf(
  caseId: string,
  person: ShownPerson,
  which: string,
  position: number | undefined,
): string | undefined {
  const finger = person.fingers.find((it) => it.position === position)
  return finger && imagePath(caseId, which, finger.position)
}

function Thumb({ src }: { readonly src: string | undefined }) {
  if (src === undefined) return <span className={css.noImage} />
  // The button that holds it is named by the finger.
  return <img src={src} alt="" loading="lazy" />
}
