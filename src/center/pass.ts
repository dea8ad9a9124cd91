// Pass — which office is calling: its signed, short-lived word for just this call.

import type { FastifyRequest } from 'fastify'
import { verifyPass } from '#enrollment/transfer'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import type { Rates } from './offices/rates.ts'
import { findOfficeByKid, type Office } from './offices/store.ts'
import type { CenterWorld } from './world.ts'

const named = new WeakMap<FastifyRequest, string>()

/** The office whose key a call names, whether or not it was that office which called. */
export function findNamedOffice(request: FastifyRequest): string | undefined {
  return named.get(request)
}

/** Refuses with 401 whoever is not an enrolled office, with 429 one that asks too much. */
export async function callingOffice(
  request: FastifyRequest,
  { db, clock }: Pick<CenterWorld, 'db' | 'clock'>,
  rates: Pick<Rates, 'ask'>,
): Promise<Office> {
  let office: Office | undefined
  const keyOf = async (kid: string) => {
    office = await findOfficeByKid(db, kid)
    if (office !== undefined) named.set(request, office.officeId)
    return office?.signingKey
  }
  const call = { method: request.method, path: request.url }
  valueOrRefuse(await verifyPass(request.headers.authorization, call, clock(), keyOf), 401)
  if (office === undefined) refuse(401, { code: 'signature.unknown-key' })
  if (office.isRevoked) refuse(401, { code: 'signature.revoked-key' })
  valueOrRefuse(rates.ask(office.officeId), 429)
  return office
}
