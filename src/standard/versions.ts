// Versions — the standards an office has published, and which one it works by today.

import type { ServiceStandard, StandardVersion } from './service-standard.ts'
import { sk56of2024 } from './sk-56-2024/sk-56-2024.ts'

const standards: Readonly<Record<StandardVersion, ServiceStandard>> = {
  'sk-56-2024': sk56of2024,
}

/** The standard in force; a new case is begun under it. */
export const serviceStandard: ServiceStandard = sk56of2024

/** A case goes on under the standard it was begun with. */
export function standardOf(version: StandardVersion): ServiceStandard {
  return standards[version]
}

/** For a version that stands in a letter or a file. */
export function findStandard(written: string): ServiceStandard | undefined {
  return Object.hasOwn(standards, written) ? standards[written as StandardVersion] : undefined
}
