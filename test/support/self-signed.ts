// Self-signed — a key and a certificate of its own for `localhost`, in PEM, good for an hour.

import { issueCertificate } from '#formats/x509'

export async function selfSigned(): Promise<{ readonly key: string; readonly cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ])
  const now = Date.now()
  const der = await issueCertificate({
    commonName: 'localhost',
    publicKey,
    privateKey,
    issuer: undefined,
    serialNumberHex: '01',
    notBeforeMs: now - 60_000,
    notAfterMs: now + 3_600_000,
    isAuthority: true,
  })
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
  return { key: pemOf(pkcs8, 'PRIVATE KEY'), cert: pemOf(der, 'CERTIFICATE') }
}

function pemOf(der: Uint8Array, label: string) {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
