// Center — the door of the program: start it, and make a code for an office.

export { usualKeepOf } from './afis/best.ts'
export { createThreadedGallery, type KeptGallery } from './afis/cascade.ts'
export { createExhaustiveGallery } from './afis/exhaustive.ts'
export {
  type Fingers,
  type Found,
  type Gallery,
  type GalleryEntry,
  isSearchFailure,
  type StoredFingers,
} from './afis/gallery.ts'
export { labelingsOf } from './afis/labelings.ts'
export { cascade } from './afis/parameters.ts'
export { blockSha256, parametersSha256 } from './afis/snapshot.ts'
export { falsePositiveRateUsual, policyFor } from './decision/policy.ts'
export { partitionsMax } from './limits.ts'
export type { CenterDb } from './log/log.ts'
export { type RunningCenter, startCenter } from './main.ts'
export {
  firstMap,
  type MapIssue,
  movePartition,
  type PartitionMap,
  rebuildCopy,
  replaceMatcher,
  splitPartition,
} from './matchers/map.ts'
export { startMatcher } from './matchers/matcher.ts'
export { openScattered } from './matchers/open-scattered.ts'
export { readStanding } from './matchers/read-standing.ts'
export type { AskTold } from './matchers/scatter.ts'
export { isSettled, type Standing as GalleryStanding } from './matchers/standing.ts'
export {
  changeMap,
  type ForgetIssue,
  forgetMatcher,
  isThere,
  readMaps,
  readMatchers,
  type SeenMatcher,
} from './matchers/store.ts'
export { enrollOffice, makeOfficeCode } from './offices/store.ts'
export { type OpenedCenter, openCenterDatabase, openCenterWorld } from './open-world.ts'
export { dropEarlier, remakeTemplates } from './remake-templates.ts'
export type { CenterSettings } from './settings.ts'
export { changeMode, type PipelineMode, readControl } from './work/control.ts'
export type { CenterWorld } from './world.ts'
