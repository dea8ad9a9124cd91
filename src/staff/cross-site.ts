// Cross-site — a page of another site can make a browser ask here, but not change anything.
//
// The cookie is SameSite=Strict already. But to a browser all ports of a host are one site, and the
// office and the center may share a host: so the origin, which has the port, is compared as well.

import type { FastifyRequest } from 'fastify'
import { refuse } from '#kit/node/http-refusal'

export type CrossSiteIssue = { readonly code: 'origin.foreign' }

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Refuses an unsafe request that a page of another origin has made. For `onRequest`. */
export async function refuseCrossSite(request: FastifyRequest): Promise<void> {
  if (safeMethods.includes(request.method)) return
  const { origin, 'sec-fetch-site': site } = request.headers
  // What says neither is no browser, and has no cookie that somebody else could ride on.
  const own = origin === undefined ? isOwnSite(site) : hostOf(origin) === request.host
  const issue: CrossSiteIssue = { code: 'origin.foreign' }
  if (!own) refuse(403, issue)
}

function isOwnSite(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none'
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
