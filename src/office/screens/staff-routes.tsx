// Staff routes — the officers' pages, one line each, fetched when they are first opened.
//
// A page's file exports its component as `Page`; its place says who may enter (staff-places.tsx).

import type { StaffRow } from './staff-places.tsx'

export const staffRows: readonly StaffRow[] = []
