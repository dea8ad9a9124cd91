// Administration routes — the office's accounts and its log, for the administrator.

import type { HttpApp } from '#kit/node/http-server'
import { type AccountRoutesWorld, accountRoutes } from '#staff/account-routes'
import { auditRoutes } from '#staff/audit-routes'

export type AdministrationWorld = Omit<AccountRoutesWorld, 'program'>

/** Adds the routes under /api/administration; the server must be guarded already. */
export function administrationRoutes(app: HttpApp, world: AdministrationWorld): void {
  const staff = { ...world, program: 'office' } as const
  accountRoutes(app, staff)
  auditRoutes(app, staff)
}
