// Line TLS — the encrypted line to NATS: its files, and whose certificate is believed.

import { isIP } from 'node:net'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import type { NatsSettings } from '../settings.ts'

type Check = (host: string, certificate: PeerCertificate) => Error | undefined

/** As the library takes them; it hands on what it does not know itself. */
export function tlsOptionsOf({ servers, tls }: NatsSettings) {
  if (tls === undefined) return {}
  const { authority, certificate, key } = tls
  return {
    tls: {
      ...(authority === undefined ? {} : { caFile: authority }),
      ...(certificate === undefined ? {} : { certFile: certificate }),
      ...(key === undefined ? {} : { keyFile: key }),
      ...{ checkServerIdentity: checkOf(servers.map(hostOf)) },
    },
  }
}

/** Of a server told by its address the library names no host, and Node would look for “localhost”. */
function checkOf(hosts: readonly string[]): Check {
  return (host, certificate) => {
    const isUnnamed = host === 'localhost' && !hosts.includes(host)
    const asked = isUnnamed ? hosts.filter((it) => isIP(it) !== 0) : [host]
    const faults = asked.map((it) => checkServerIdentity(it, certificate))
    return faults.includes(undefined) ? undefined : (faults[0] ?? new Error('no server is told'))
  }
}

/** Of nats://10.0.0.5:4222, 10.0.0.5:4222 or nats.example. */
function hostOf(server: string): string {
  const url = server.includes('://') ? server : `nats://${server}`
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : server
}
