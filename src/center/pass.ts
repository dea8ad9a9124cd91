// Pass — which office is calling: its signed, short-lived word for just this call.

import type { FastifyRequest } from 'fastify'
import { verifyPass } from '#enrollment/transfer'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { findOfficeByKid, type Office } from './offices/store.ts'
import type { CenterWorld } from './world.ts'

/** Refuses with 401 whoever is not an enrolled office. */
export async function callingOffice(
  request: FastifyRequest,
  { db, clock }: Pick<CenterWorld, 'db' | 'clock'>,
): Promise<Office> {
  let office: Office | undefined
  const keyOf = async (kid: string) => {
    office = await findOfficeByKid(db, kid)
    return office?.signingKey
  }
  const call = { method: request.method, path: request.url }
  valueOrRefuse(await verifyPass(request.headers.authorization, call, clock(), keyOf), 401)
  return office ?? refuse(401, { code: 'signature.unknown-key' })
}
