// SBI — the door: MOSIP's Secure Biometric Interface 0.9.5 between an office and its scanners.

export {
  type CaptureRequest,
  type CaptureRequestIssue,
  captureRequestMessage,
  type DeviceAsked,
  parseCaptureRequest,
} from './capture-request.ts'
export {
  allDevicePorts,
  askDeviceInfo,
  captureFingers,
  discoverFingerDevices,
  type FoundDevice,
  type SbiClient,
  type SbiClientIssue,
  watchPreview,
} from './client.ts'
export { captureFailure, type DeviceErrorCode, deviceError, deviceErrors } from './error-codes.ts'
export {
  type Frame,
  type FrameReader,
  type FramesIssue,
  frameReader,
  framesContentType,
  writeFrame,
} from './frames.ts'
export { chainHash, firstPreviousHash, isChainHash } from './hash-chain.ts'
export {
  CaptureAnswer,
  type CapturedData,
  DeviceInfo,
  DigitalId,
  type DiscoveredDevice,
  DiscoveryAnswer,
  DiscoveryRequest,
  findMessage,
  findMessageInJson,
  findNumber,
  InfoAnswer,
  StreamRequest,
} from './messages.ts'
export {
  type DeviceKey,
  signToken,
  type TokenIssue,
  type TrustContext,
  verifyToken,
} from './token.ts'
export { checkTrust, type TrustIssue } from './trust.ts'
export {
  type CaptureExpectation,
  type FailedBiometric,
  type SbiIssue,
  type VerifiedBiometric,
  type VerifiedCapture,
  verifyCapture,
} from './verify-capture.ts'
export {
  bioSubTypeOf,
  type DeviceStatus,
  type DeviceSubId,
  devicePortFirst,
  devicePortLast,
  deviceSubIdOf,
  type Environment,
  findEpochMs,
  findPositionOfBioSubType,
  sbiTimestamp,
  slapFingers,
  specVersion,
} from './words.ts'
