// Finger — the engine's door: from picture to template, from two templates to a score.

export { engineParameters } from './engine-parameters.ts'
export { type ExaminedFinger, examineFinger } from './examine-finger.ts'
export { type ExtractIssue, extractTemplate } from './extract-template.ts'
export { fuseFingers } from './fuse.ts'
export { takePlainKernels } from './kernels/plain.ts'
export { type KernelTimes, raceKernels } from './kernels/race.ts'
export {
  type SketchAsk,
  type SketchHits,
  type SketchKernels,
  type SketchProbe,
  type SketchStore,
  scanMax,
  sketchBytes,
  slots as sketchSlots,
} from './kernels/sketch-contract.ts'
export { sketchKernels } from './kernels/sketch-kernels.ts'
export { scoreLowest } from './match/score.ts'
export {
  fingerScoreTerms,
  matchProbes,
  matchTemplates,
  type PairedMinutiae,
  type Probe,
  pairedMinutiae,
  prepareProbe,
} from './match-templates.ts'
export { mirrorTemplate } from './population/mirror.ts'
export {
  createPopulation,
  type Population,
  type PopulationDonors,
  populationVersion,
} from './population/population.ts'
export { secondImpressionOf, secondVisitOf } from './population/second-visit.ts'
export { type GrownDonor, growDonors, syntheticDonors } from './population/synthetic-donors.ts'
export { type FingerProblem, type FingerQuality, qualityAccepted } from './quality/quality.ts'
export { sketchOf, sketchProbeOf } from './sketch/sketch.ts'
export { type ImpressionOptions, impressionOf } from './synthetic/impression.ts'
export {
  growFinger,
  type SyntheticFinger,
  syntheticPersonFinger,
} from './synthetic/synthetic-finger.ts'
export {
  readTemplate,
  type TemplateIssue,
  templateVersion,
  writeTemplate,
} from './template/bytes.ts'
export type {
  FingerTemplate,
  Minutia,
  MinutiaKind,
  RidgeFlow,
} from './template/finger-template.ts'
export { type MinutiaeIssue, minutiaeOf, templateOfMinutiae } from './template/from-minutiae.ts'
export { thresholds } from './thresholds.ts'
export { silent, type Trace } from './trace.ts'
