// Messages — the JSON of SBI 0.9.5 as it travels; numbers travel as text, and are read either way.

import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { biometricsMax } from './limits.ts'

const Text = Type.String({ maxLength: 1_024 })
const Token = Type.String({ maxLength: 128 * 1024 * 1024 })
const NumberText = Type.Union([Type.Number(), Type.String({ maxLength: 24 })])
const Names = Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })
/** Some devices answer one version where the specification has a list. */
const Versions = Type.Union([Type.Array(Text, { maxItems: 20 }), Text])

const DeviceError = Type.Object({ errorCode: NumberText, errorInfo: Type.Optional(Text) })

export const DiscoveryRequest = Type.Object({ type: Text })

export const DiscoveredDevice = Type.Object({
  deviceId: Text,
  deviceStatus: Text,
  certification: Text,
  serviceVersion: Text,
  deviceSubId: Type.Array(NumberText, { maxItems: 10 }),
  callbackId: Text,
  /** Not signed: base64url of a digital id. */
  digitalId: Token,
  deviceCode: Text,
  specVersion: Versions,
  purpose: Text,
  error: Type.Optional(DeviceError),
})
export type DiscoveredDevice = Static<typeof DiscoveredDevice>
export const DiscoveryAnswer = Type.Array(DiscoveredDevice, { maxItems: 20 })

export const InfoAnswer = Type.Array(
  Type.Object({ deviceInfo: Token, error: Type.Optional(DeviceError) }),
  { maxItems: 20 },
)

/** What the token of an info answer holds. */
export const DeviceInfo = Type.Object({
  deviceStatus: Text,
  deviceId: Text,
  firmware: Text,
  certification: Text,
  serviceVersion: Text,
  deviceSubId: Type.Array(NumberText, { maxItems: 10 }),
  callbackId: Text,
  digitalId: Token,
  deviceCode: Text,
  env: Text,
  purpose: Text,
  specVersion: Versions,
})
export type DeviceInfo = Static<typeof DeviceInfo>

export const DigitalId = Type.Object({
  serialNo: Text,
  make: Text,
  model: Text,
  type: Text,
  deviceSubType: Text,
  deviceProvider: Text,
  deviceProviderId: Text,
  dateTime: Text,
})
export type DigitalId = Static<typeof DigitalId>

export const StreamRequest = Type.Object({
  deviceId: Text,
  deviceSubId: NumberText,
  timeout: Type.Optional(NumberText),
})

export const CaptureRequestMessage = Type.Object({
  env: Text,
  purpose: Text,
  specVersion: Versions,
  timeout: NumberText,
  captureTime: Text,
  transactionId: Text,
  bio: Type.Array(
    Type.Object({
      type: Text,
      count: NumberText,
      bioSubType: Type.Optional(Names),
      exception: Type.Optional(Names),
      requestedScore: NumberText,
      deviceId: Text,
      deviceSubId: NumberText,
      previousHash: Text,
    }),
    { minItems: 1, maxItems: biometricsMax },
  ),
  customOpts: Type.Optional(Type.Unknown()),
})
export type CaptureRequestMessage = Static<typeof CaptureRequestMessage>

export const CaptureAnswer = Type.Object({
  biometrics: Type.Array(
    Type.Object({
      specVersion: Type.Optional(Versions),
      /** A token; empty where there is an error. */
      data: Type.Optional(Type.Union([Token, Type.Null()])),
      hash: Type.Optional(Type.Union([Text, Type.Null()])),
      error: Type.Optional(Type.Union([DeviceError, Type.Null()])),
    }),
    { maxItems: biometricsMax },
  ),
})
export type CaptureAnswer = Static<typeof CaptureAnswer>

/** What the token of one biometric holds. */
export const CapturedData = Type.Object({
  digitalId: Token,
  deviceCode: Text,
  deviceServiceVersion: Text,
  bioType: Text,
  bioSubType: Text,
  purpose: Text,
  env: Text,
  /** Base64url of the finger image record. */
  bioValue: Token,
  transactionId: Text,
  timestamp: Text,
  requestedScore: NumberText,
  qualityScore: NumberText,
})
export type CapturedData = Static<typeof CapturedData>

/** The value if it has the shape; fields that the shape does not name are let pass. */
export function findMessage<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): Static<Schema> | undefined {
  return Value.Check(schema, value) ? (value as Static<Schema>) : undefined
}

/** The same, from JSON text. */
export function findMessageInJson<Schema extends TSchema>(
  schema: Schema,
  json: string,
): Static<Schema> | undefined {
  try {
    return findMessage(schema, JSON.parse(json))
  } catch {
    return undefined
  }
}

/** Undefined where the text is no plain decimal number. */
export function findNumber(written: number | string): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(written.trim()) ? Number(written) : undefined
}
