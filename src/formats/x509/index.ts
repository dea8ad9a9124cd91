// X.509 — the door: certificates made and read, in Node and in a browser alike.

export { type CertificateRequest, issueCertificate } from './issue.ts'
export {
  base64OfDer,
  certificatesOfPem,
  findCertificate,
  pemOfBase64,
  type ReadCertificate,
} from './pem.ts'
