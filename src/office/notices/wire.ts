// Wire — what the officers' screens are told of the center.

import { type Static, Type } from 'typebox'
import { CenterNotice } from '#enrollment/notices'

export const CenterNoticesReply = Type.Object({ notices: Type.Array(CenterNotice) })
export type CenterNoticesReply = Static<typeof CenterNoticesReply>
