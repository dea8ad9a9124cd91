// Wire — what the page of notices is told, and what it asks for.

import { type Static, Type } from 'typebox'
import { noticeLettersMax } from '#enrollment/limits'
import { CenterNotice, NoticeKind } from '#enrollment/notices'

const Text = Type.String({ minLength: 10, maxLength: noticeLettersMax, pattern: '\\S' })

export const NoticesReply = Type.Object({ notices: Type.Array(CenterNotice) })
export type NoticesReply = Static<typeof NoticesReply>

export const NoticeRequest = Type.Object(
  {
    kind: NoticeKind,
    fromMs: Type.Integer({ minimum: 0 }),
    toMs: Type.Integer({ minimum: 0 }),
    text: Type.Object({ id: Text, en: Text }, { additionalProperties: false }),
  },
  { additionalProperties: false },
)
export type NoticeRequest = Static<typeof NoticeRequest>

export const WithdrawRequest = Type.Object(
  { noticeId: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
)
export type WithdrawRequest = Static<typeof WithdrawRequest>
