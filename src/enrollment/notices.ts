// Notices — what the center tells all its offices about itself: an outage, a pause, maintenance.
//
// The list is told whole and signed as one word; its version changes with every change of it, so an
// office asks «is there another than the one I know» and never misses one.

import { type Static, Type } from 'typebox'
import { noticeLettersMax, noticesMax } from '#enrollment/limits'

export const noticesTyp = 'loket-notices+jws'

export const noticeKinds = ['outage', 'pause', 'maintenance'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const NoticeKind = Type.Union([
  Type.Literal('outage'),
  Type.Literal('pause'),
  Type.Literal('maintenance'),
])

const Text = Type.String({ minLength: 1, maxLength: noticeLettersMax })

export const CenterNotice = Type.Object({
  noticeId: Type.String({ maxLength: 64 }),
  kind: NoticeKind,
  fromMs: Type.Integer({ minimum: 0 }),
  toMs: Type.Integer({ minimum: 0 }),
  text: Type.Object({ id: Text, en: Text }),
})
export type CenterNotice = Static<typeof CenterNotice>

/** What the center's word about its notices says. */
export const CenterNotices = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  /** When it was said: an older word never replaces a newer one. */
  atMs: Type.Integer({ minimum: 0 }),
  notices: Type.Array(CenterNotice, { maxItems: noticesMax }),
})
export type CenterNotices = Static<typeof CenterNotices>
