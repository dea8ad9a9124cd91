// Session routes — signing in and out, one's own password, and the demonstration's sample accounts.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import type { HttpApp } from '#kit/node/http-server'
import type { Account } from './account.ts'
import { findSessionOf, guardServer, requireSession, sessionCookieOf } from './guard.ts'
import { sampleAccountsOf } from './sample-accounts.ts'
import {
  OwnPasswordBody,
  SampleAccountsReply,
  SessionReply,
  type SignedInAccount,
  SignInBody,
} from './session-wire.ts'
import { signInDesk } from './sign-in.ts'
import type { StaffWorld } from './world.ts'

export interface SessionRoutesWorld extends StaffWorld {
  /** Shows the sample accounts with their password; true in a demonstration only. */
  readonly demo: boolean
  readonly officeName: string
}

/** Guards the server and adds /api/session. Call it on the root, before any other routes. */
export function sessionRoutes(app: HttpApp, world: SessionRoutesWorld): void {
  guardServer(app, world)
  const desk = signInDesk(world)
  const { demo, officeName } = world
  const replyFor = (account: Account | undefined): SessionReply => ({
    account: account === undefined ? null : signedInAccountOf(account),
    demo,
    officeName,
  })

  app.get('/api/session', { schema: schemas.read }, async (request) =>
    replyFor((await findSessionOf(request))?.account),
  )

  app.post('/api/session', { schema: schemas.signIn }, async (request, reply) => {
    const before = await findSessionOf(request)
    const answer = await desk.signIn({ ...request.body, address: request.ip })
    const { account, token, expiresAt } = answer.ok ? answer.value : refuseTry(reply, answer.issue)
    if (before !== undefined) await desk.signOut(before)
    reply.setCookie(sessionCookieOf(world.program), token, {
      ...cookieManners(request),
      expires: expiresAt,
    })
    return replyFor(account)
  })

  app.delete('/api/session', { schema: schemas.signOut }, async (request, reply) => {
    const session = await findSessionOf(request)
    if (session !== undefined) await desk.signOut(session)
    reply.clearCookie(sessionCookieOf(world.program), cookieManners(request))
    return replyFor(undefined)
  })

  app.post('/api/session/password', { schema: schemas.password }, async (request, reply) => {
    const session = await requireSession(request)
    const answer = await desk.changePassword(session, request.body)
    if (!answer.ok && answer.issue.code === 'session.too-many') refuseTry(reply, answer.issue)
    valueOrRefuse(answer)
    return replyFor({ ...session.account, mustChangePassword: false })
  })

  app.get('/api/session/sample-accounts', { schema: schemas.samples }, async () => {
    if (!demo) refuse(404, { code: 'request.unknown-path' })
    return { accounts: [...sampleAccountsOf(world.program)] }
  })
}

const schemas = {
  read: { summary: 'Who is signed in', response: { 200: SessionReply } },
  signIn: { summary: 'Sign in', body: SignInBody, response: { 200: SessionReply } },
  signOut: { summary: 'Sign out', response: { 200: SessionReply } },
  password: {
    summary: 'Change one’s own password',
    body: OwnPasswordBody,
    response: { 200: SessionReply },
  },
  samples: {
    summary: 'The sample accounts of a demonstration',
    response: { 200: SampleAccountsReply },
  },
}

function refuseTry(
  reply: FastifyReply,
  issue: { readonly code: string; readonly waitSeconds?: number },
): never {
  if (issue.waitSeconds === undefined) refuse(401, issue)
  reply.header('retry-after', issue.waitSeconds)
  return refuse(429, issue)
}

function cookieManners({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const
}

function signedInAccountOf(account: Account): SignedInAccount {
  const { accountId, name, displayName, role, villageCode, mustChangePassword } = account
  return { accountId, name, displayName, role, villageCode, mustChangePassword }
}
