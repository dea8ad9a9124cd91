// Device — starts the stand-in scanner: a folder for its key, a port, the offices it may serve.

import type { Clock } from '#kit/clock'
import { trouble } from '#kit/node/trouble'
import { startHttpServer } from './http/server.ts'
import { openDeviceKeys } from './keys.ts'
import { handleRequest } from './routes.ts'
import { openScanner } from './scanner.ts'
import type { FingerSource } from './source/finger-source.ts'
import { folderSource } from './source/folder.ts'
import type { Person } from './source/person.ts'
import { plantGarden } from './source/synthetic.ts'

export interface DeviceSettings {
  /** Holds device-key.pem and device-certificate.pem; made where it does not exist. */
  readonly home: string
  /** The first free one is taken. SBI: 4501 to 4600. */
  readonly ports: { readonly first: number; readonly last: number }
  /** Pages of these origins may use the scanner. */
  readonly origins: readonly string[]
}

export interface DeviceNeeds extends DeviceSettings {
  readonly clock: Clock
  readonly log: (line: string) => void
  /** What plays the fingers of whoever stands there; the folders and the synthetic ones if not said. */
  readonly sourceOf?: (person: Person) => FingerSource
}

export interface RunningDevice {
  readonly port: number
  /** What an office has to trust. */
  readonly certificatePem: string
  stop(): Promise<void>
}

/** @throws a trouble 'device.ports' where every port is taken, 'device.key' where the key is broken */
export async function startDevice(needs: DeviceNeeds): Promise<RunningDevice> {
  const { home, ports, origins, clock, log } = needs
  const keys = await openDeviceKeys(home, clock)
  const stopping = new AbortController()
  const scanner = openScanner(needs.sourceOf ?? usualSources(log, stopping.signal))
  const world = { scanner, keys, clock, origins, stopped: stopping.signal }
  const server = await startHttpServer({
    ports,
    handle: (request, port) => handleRequest(request, world, port),
    onFault: (error) => log(`scanner: ${error instanceof Error ? error.stack : String(error)}`),
  })
  if (server === undefined) {
    const message = `No port from ${ports.first} to ${ports.last} is free for the scanner.`
    throw trouble('device.ports', message, { ...ports })
  }
  return {
    port: server.port,
    certificatePem: keys.certificatePem,
    async stop() {
      stopping.abort()
      await server.stop()
    },
  }
}

function usualSources(log: (line: string) => void, stopped: AbortSignal) {
  const garden = plantGarden({ stopped })
  return (person: Person): FingerSource =>
    person.kind === 'folder' ? folderSource(person, log) : garden.source(person)
}
