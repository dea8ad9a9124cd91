// Names — what a service and a village are called, for a screen that holds their codes.

import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import { serviceStandard } from '#standard'

export function villageNameOf(code: string): string {
  return findVillage(tungkalJayaTables, code as VillageCode)?.name ?? code
}

export function serviceNameOf(type: string, language: 'id' | 'en'): string {
  return serviceStandard.services.find((it) => it.type === type)?.name[language] ?? type
}
