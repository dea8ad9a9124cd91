// View — a case at the counter as the officer sees it, in the officer's language.

import type { CaseEvent } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import type { Language } from '#kit/node/http-refusal'
import { doubtsAboutBiodata } from '#resident/biodata-doubts'
import { ageOn, calendarDateAt } from '#resident/calendar-date'
import { cardLockedUntil, mayBeRecorded } from '#resident/eligibility'
import { messageOf } from '#resident/messages'
import { tungkalJaya, tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import { type Requirement, serviceStandard } from '#standard'
import { placeNumberOf, type QueuePlace } from '../cases/queue-place.ts'
import {
  type CounterIssue,
  decideAccept,
  documentKindsOf,
  findSettled,
  settledBy,
} from './counter.ts'
import type { CaseAtCounter } from './examine.ts'
import type { CounterRequirement, CounterView } from './wire.ts'

type Tell = (issue: CounterIssue) => string

export function viewOf(
  examined: CaseAtCounter,
  at: {
    readonly log: readonly CaseEvent[]
    readonly place: QueuePlace | undefined
    readonly nowMs: number
    readonly language: Language
    readonly tell: Tell
  },
): CounterView {
  const { file, form, documents, eligibility } = examined
  const { log, place, nowMs, language } = at
  const called = log.findLast((event) => event.type === 'called')
  return {
    caseId: file.caseId,
    ticket: file.ticket,
    formCode: file.formCode,
    serviceType: file.serviceType,
    waitingAt: waitingAt(log),
    number: place ? placeNumberOf(place.lane, place.number) : null,
    calledAtMs: called?.atMs ?? null,
    promisedMinutes: serviceStandard.promise.counterMinutes,
    resident: residentOf(examined, nowMs),
    eligibility: {
      code: eligibility.code,
      message: messageOf(eligibility, language),
      mayBeRecorded: mayBeRecorded(eligibility),
      cardFrom: cardLockedUntil(eligibility) ?? null,
    },
    doubts: doubtsAboutBiodata(form.biodata, {
      today: calendarDateAt(nowMs),
      kecamatan: tungkalJaya,
    }).map((doubt) => ({ code: doubt.code, message: messageOf(doubt, language) })),
    endorsement: endorsementOf(examined, log),
    requirements: examined.items.map((it) => requirementOf(examined, it.requirement, at.tell)),
    documents: [...documents],
    history: log.map((event) => ({
      type: event.type,
      atMs: event.atMs,
      number: 'number' in event ? event.number : null,
    })),
    nowMs,
  }
}

function residentOf({ form }: CaseAtCounter, nowMs: number): CounterView['resident'] {
  const { biodata, villageCode } = form
  return {
    name: biodata.name,
    nik: biodata.nik,
    nomorKk: biodata.nomorKk,
    birthPlace: biodata.birthPlace,
    birthDate: biodata.birthDate,
    ageYears: ageOn(biodata.birthDate, calendarDateAt(nowMs)),
    villageName: findVillage(tungkalJayaTables, villageCode as VillageCode)?.name ?? '',
    accompanyingAdult: biodata.accompanyingAdult?.name ?? null,
  }
}

function endorsementOf(
  { isEndorsed }: CaseAtCounter,
  log: readonly CaseEvent[],
): CounterView['endorsement'] {
  const endorsed = log.findLast((event) => event.type === 'endorsed')
  return isEndorsed && endorsed ? { kind: endorsed.kind, atMs: endorsed.atMs } : null
}

function requirementOf(
  examined: CaseAtCounter,
  requirement: Requirement,
  tell: Tell,
): CounterRequirement {
  const settled = findSettled(examined, requirement)
  const accepting = decideAccept(examined, requirement.id, undefined)
  const waiver = examined.waivers.find((it) => it.requirementId === requirement.id)
  return {
    id: requirement.id,
    state: settled?.outcome ?? 'open',
    by: settledBy(requirement),
    kinds: [...documentKindsOf(requirement)],
    documentId: settled?.documentId ?? null,
    ready: accepting.ok,
    lacking: accepting.ok ? null : tell(accepting.issue),
    waivable: requirement.waivableBy !== 'nobody' && settledBy(requirement) === 'document',
    waiver: waiver
      ? {
          approvalId: waiver.approvalId,
          state: waiver.granted === undefined ? 'waiting' : waiver.granted ? 'granted' : 'refused',
          reason: waiver.reason,
          decisionReason: waiver.decisionReason ?? null,
        }
      : null,
  }
}
