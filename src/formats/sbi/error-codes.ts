// Error codes — what a device says when it cannot. SBI 0.9.5; from 110 on as MOSIP's own device does.

import { specVersion } from './words.ts'

export const deviceErrors = {
  '0': 'Success',
  '100': 'Device not registered',
  '101': 'Unable to detect a biometric object',
  '102': 'Technical error during extraction',
  '106': 'Device not found',
  '107': 'Device public key expired',
  '109': 'Requested number of biometric not supported',
  '110': 'Device is not ready',
  '111': 'Device is busy',
  '112': 'Invalid transaction id',
  '114': 'Device type mismatch',
  '115': 'Environment mismatch',
  '118': 'Exception mismatch with the slap',
  '119': 'Biometric subtype mismatch with the slap',
  '121': 'Purpose mismatch',
  '500': 'Invalid request',
  '701': 'Capture timed out',
} as const

export type DeviceErrorCode = keyof typeof deviceErrors

export function deviceError(errorCode: DeviceErrorCode) {
  return { errorCode, errorInfo: deviceErrors[errorCode] }
}

/** A capture's answer that holds no biometric, only why not. */
export function captureFailure(errorCode: DeviceErrorCode) {
  return {
    biometrics: [{ specVersion, data: '', hash: '', error: deviceError(errorCode) }],
  }
}
