// Schema — small words for what programs say to each other as JSON.

import { Type } from 'typebox'

type Schema = Parameters<typeof Type.Union>[0][number]

/** Null where there is none: a key of a reply is never left out. */
export const orNull = <One extends Schema>(schema: One) => Type.Union([schema, Type.Null()])
