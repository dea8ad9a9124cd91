// Settings — what an installation decides for its data centre; read once, at the start, by the cli.

export interface CenterSettings {
  /** The folder of all the center's data. */
  readonly home: string
  readonly host: string
  readonly port: number
  /** A PostgreSQL of one's own; absent: the embedded one, under `home`. */
  readonly databaseUrl: string | undefined
  readonly tls: { readonly certificate: string; readonly key: string } | undefined
  /** Searches of everybody that may bring up a stranger (FPIR): a share of all. */
  readonly falsePositiveRate: number
  /** Sample accounts, bound to this machine alone. */
  readonly demo: boolean
}
