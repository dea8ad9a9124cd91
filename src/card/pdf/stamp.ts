// Stamp — the office's round stamp: two circles, its name along them, what it confirms inside.

import { palette } from './palette.ts'
import { content, measureText, type Sheet, type TextStyle } from './sheet.ts'

export interface StampWords {
  /** Along the upper and the lower half of the circle. */
  readonly above: string
  readonly below: string
  /** Across the middle: what is confirmed, and the day. */
  readonly confirms: string
  readonly day: string
}

interface StampPlace {
  /** The center, points. */
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The widest part of the circle that letters may take, degrees. */
const MAX_ARC_DEGREES = 160

/** A stamp drawn in words and lines only: no emblem. */
export function drawStamp(sheet: Sheet, words: StampWords, place: StampPlace): void {
  const { doc } = sheet
  const draw = () => {
    doc.save()
    doc.rotate(-8, { origin: [place.x, place.y] })
    doc.circle(place.x, place.y, place.radius).lineWidth(1.6)
    doc.stroke(palette.stamp)
    doc.circle(place.x, place.y, place.radius * 0.93).lineWidth(0.5)
    doc.stroke(palette.stamp)
    doc.circle(place.x, place.y, place.radius * 0.66).lineWidth(0.5)
    doc.stroke(palette.stamp)
    drawArc(sheet, words.above.toUpperCase(), place, 'above')
    drawArc(sheet, words.below.toUpperCase(), place, 'below')
    drawMiddle(sheet, words, place)
    doc.restore()
    doc.fillColor(palette.ink)
  }
  const { above, below, confirms, day } = words
  content(sheet, 'Figure', draw, { alt: `Stempel ${above}, ${below}: ${confirms}, ${day}` })
}

function drawArc(sheet: Sheet, text: string, place: StampPlace, half: 'above' | 'below'): void {
  const { doc } = sheet
  const size = place.radius * 0.17
  const radius = place.radius * 0.8
  const style: TextStyle = { face: 'bold', size, color: palette.stamp }
  const letters = Array.from(text)
  const degreesOf = (width: number) => (width / radius) * (180 / Math.PI)
  const sweeps = letters.map((it) => degreesOf(measureText(sheet, it, style) + size * 0.12))
  const whole = sweeps.reduce((sum, sweep) => sum + sweep, 0)
  const squeeze = Math.min(1, MAX_ARC_DEGREES / whole)
  const direction = half === 'above' ? 1 : -1
  let angle = (-direction * whole * squeeze) / 2
  letters.forEach((letter, i) => {
    const sweep = (sweeps[i] as number) * squeeze
    const width = measureText(sheet, letter, { ...style, size: size * squeeze })
    // The middle of a capital letter lies about 0.62 of its size below the top of its line.
    const center = size * squeeze * 0.62
    const y = half === 'above' ? place.y - radius - center : place.y + radius - center
    doc.save()
    doc.rotate(angle + (direction * sweep) / 2, { origin: [place.x, place.y] })
    doc.fillColor(palette.stamp)
    doc.text(letter, place.x - width / 2, y, { lineBreak: false })
    doc.restore()
    angle += direction * sweep
  })
}

function drawMiddle(sheet: Sheet, words: StampWords, place: StampPlace): void {
  const { doc } = sheet
  const lines = [...words.confirms.toUpperCase().split(' '), words.day.toUpperCase()]
  const room = place.radius * 1.12
  const height = place.radius * 0.24
  lines.forEach((line, i) => {
    const wanted = { face: 'bold', size: place.radius * 0.19 } as const
    const share = Math.min(1, room / measureText(sheet, line, wanted))
    const size = wanted.size * share
    const width = measureText(sheet, line, { ...wanted, size })
    const y = place.y + (i - lines.length / 2) * height + (height - size * 1.25) / 2
    doc.fillColor(palette.stamp).text(line, place.x - width / 2, y, { lineBreak: false })
  })
}
