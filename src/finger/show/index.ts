// Show — the door for whoever draws what the engine sees and finds.

export type { Figure, FigureCode } from './figures.ts'
export { palette } from './inks.ts'
export { type MatchPicture, matchPictures } from './match-pictures.ts'
export { type PrintToShow, paintPair } from './paint-pair.ts'
export {
  drawingWidth,
  isShown,
  type Look,
  leftOf,
  type Mark,
  markRadius,
  type PairDrawing,
  type PaneNumber,
  pairDrawing,
  paneGap,
  paneHeight,
  paneWidth,
  placeOf,
  type ShownPrint,
  scaleOf,
  transformOf,
  wholePrint,
} from './pair-drawing.ts'
export type { Picture } from './picture.ts'
export { drawingTrace, type StepPicture } from './step-pictures.ts'
