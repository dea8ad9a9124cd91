// Settings — what an installation decides for its data centre; read once, at the start, by the cli.

export interface CenterSettings {
  /** The folder of all the center's data. */
  readonly home: string
  readonly host: string
  readonly port: number
  /** A PostgreSQL of one's own; absent: the embedded one, under `home`. */
  readonly databaseUrl: string | undefined
  readonly tls: { readonly certificate: string; readonly key: string } | undefined
  /** The server over which matchers are asked; absent: the gallery is in this process. */
  readonly nats?: NatsSettings
  /** Searches of everybody that may bring up a stranger (FPIR): a share of all. */
  readonly falsePositiveRate: number
  /** A search of everybody that takes longer is made again later. */
  readonly searchMsMax: number
  /** What whoever reads the metrics must show; absent: they are read on this machine alone. */
  readonly metricsToken?: string
  /** Sample accounts, bound to this machine alone. */
  readonly demo: boolean
}

export interface NatsSettings {
  /** Such as nats://10.0.0.5:4222; one is enough to learn of the others of a cluster. */
  readonly servers: readonly string[]
  /** What a credentials file holds: a .creds file of NATS, or one line `user:password`. */
  readonly credentials: string | undefined
  /** Paths of PEM files. */
  readonly tls:
    | {
        readonly authority: string | undefined
        readonly certificate: string | undefined
        readonly key: string | undefined
      }
    | undefined
}
