// Guard — which roles may call a route, and who is calling it.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { assert } from '#kit/assert'
import { refuse } from '#kit/node/http-refusal'
import type { Account } from './account.ts'
import { type CrossSiteIssue, refuseCrossSite } from './cross-site.ts'
import type { Program, Role } from './roles.ts'
import { findSession, type Session } from './sessions.ts'
import type { StaffWorld } from './world.ts'

export type GuardIssue =
  | CrossSiteIssue
  | { readonly code: 'session.none' }
  | { readonly code: 'session.password-first' }
  | { readonly code: 'role.not-allowed'; readonly role: string }

/** Each program has its own: a cookie does not know ports, and both may run on one host. */
export function sessionCookieOf(program: Program): string {
  return `loket_${program}_session`
}

interface Visitor {
  /** Looks the session up when it is first asked for. */
  readonly find: () => Promise<Session | undefined>
  /** Whom a guard let in. */
  account?: Account
}

const visitors = new WeakMap<FastifyRequest, Visitor>()

/**
 * Makes requests know their visitor and refuses cross-site ones. Call it on the server's root,
 * before any routes are added.
 */
export function guardServer(app: FastifyInstance, world: StaffWorld): void {
  const cookie = sessionCookieOf(world.program)
  app.addHook('onRequest', refuseCrossSite)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[cookie]
    let found: Promise<Session | undefined> | undefined
    const find = async () => {
      if (token === undefined) return undefined
      found ??= findSession(world.db, world, token)
      return found
    }
    visitors.set(request, { find })
  })
}

/**
 * Lets only these roles pass: 401 'session.none', 403 'session.password-first' while a one-time
 * password stands, 403 'role.not-allowed'. As `onRequest` it refuses before a body is read; as
 * `preHandler` after.
 */
export function allow(...roles: readonly Role[]): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const { account } = await requireSession(request)
    if (account.mustChangePassword) refuseFor({ code: 'session.password-first' })
    const { role } = account
    if (!roles.includes(role)) refuseFor({ code: 'role.not-allowed', role })
    visitorOf(request).account = account
  }
}

/** Whom the guard of this route let in. */
export function accountOf(request: FastifyRequest): Account {
  const { account } = visitorOf(request)
  assert(account !== undefined, 'a route that asks for its account has a guard')
  return account
}

/** Who is signed in, on a route that is open to everybody. */
export async function findSessionOf(request: FastifyRequest): Promise<Session | undefined> {
  return visitorOf(request).find()
}

/** The session of a request, or 401: for routes of one's own account. */
export async function requireSession(request: FastifyRequest): Promise<Session> {
  return (await findSessionOf(request)) ?? refuseFor({ code: 'session.none' })
}

function refuseFor(issue: GuardIssue): never {
  return refuse(issue.code === 'session.none' ? 401 : 403, issue)
}

function visitorOf(request: FastifyRequest): Visitor {
  const visitor = visitors.get(request)
  assert(visitor !== undefined, 'the server was guarded before its routes were added')
  return visitor
}
