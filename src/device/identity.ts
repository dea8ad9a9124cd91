// Identity — what the stand-in says it is; its signed account of itself is an L0 device's.

import {
  type DeviceInfo,
  type DeviceStatus,
  type DigitalId,
  sbiTimestamp,
  signToken,
  specVersion,
} from '#formats/sbi'
import type { DeviceKeys } from './keys.ts'

export const deviceId = '1'
export const environment = 'Staging'
const deviceSubIds = ['1', '2', '3']
/** An L0 device is a program: its firmware is its service. */
const serviceVersion = specVersion

export function digitalIdOf({ serialNo }: DeviceKeys, nowMs: number): DigitalId {
  return {
    serialNo,
    make: 'Loket',
    model: 'Stand-in slap scanner',
    type: 'Finger',
    deviceSubType: 'Slap',
    deviceProvider: 'Loket',
    deviceProviderId: 'LOKET',
    dateTime: sbiTimestamp(nowMs),
  }
}

interface Present {
  readonly port: number
  readonly status: DeviceStatus
  readonly nowMs: number
}

/** The answer to MOSIPDISC: the digital id is not signed there. */
export function discoveryOf(keys: DeviceKeys, present: Present) {
  const { digitalId, ...rest } = aboutOf(keys, present)
  const unsigned = Buffer.from(JSON.stringify(digitalId)).toString('base64url')
  return { ...rest, digitalId: unsigned, error: { errorCode: '0', errorInfo: 'Success' } }
}

/** What the token in the answer to MOSIPDINFO holds. */
export async function deviceInfoOf(keys: DeviceKeys, present: Present): Promise<DeviceInfo> {
  const { digitalId, ...rest } = aboutOf(keys, present)
  const signed = await signToken(digitalId, keys)
  return { ...rest, digitalId: signed, firmware: serviceVersion, env: environment }
}

function aboutOf(keys: DeviceKeys, { port, status, nowMs }: Present) {
  return {
    deviceId,
    deviceStatus: status,
    certification: 'L0',
    serviceVersion,
    deviceSubId: deviceSubIds,
    callbackId: `http://127.0.0.1:${port}/`,
    digitalId: digitalIdOf(keys, nowMs),
    deviceCode: keys.serialNo,
    specVersion: [specVersion],
    purpose: 'Registration',
  }
}
