// Administration routes — the center's accounts and its log, for the administrator.

import type { HttpApp } from '#kit/node/http-app'
import { accountRoutes } from '#staff/account-routes'
import { auditRoutes } from '#staff/audit-routes'
import type { CenterWorld } from '../world.ts'
import { expertRoutes } from './experts.ts'

/** Adds the routes under /api/administration; the server must be guarded already. */
export function administrationRoutes(app: HttpApp, world: CenterWorld): void {
  // No village head signs in here.
  accountRoutes(app, { ...world, villages: [] })
  auditRoutes(app, world)
  expertRoutes(app, world)
}
