// Settings — what an installation decides for its office; read once, at the start, by the cli.

export interface OfficeSettings {
  /** The folder of all the office's data. */
  readonly home: string
  readonly host: string
  readonly port: number
  /** A PostgreSQL of one's own; absent: the embedded one, under `home`. */
  readonly databaseUrl: string | undefined
  readonly tls: { readonly certificate: string; readonly key: string } | undefined
  readonly centerUrl: string
  /** Sample accounts, bound to this machine alone. */
  readonly demo: boolean
  /** Until an installation is licensed, all it prints is marked CONTOH. */
  readonly licensed: boolean
  /** What a phone would call, such as https://loket.example; for links and QR codes. */
  readonly publicUrl: string
  /** The number to which complaints are sent by SMS. */
  readonly smsNumber: string
  /** The folder of gammu-smsd's files (inbox, outbox, sent); absent: SMS is off. */
  readonly smsFolder: string | undefined
  /** The modem as gammu names it; absent: a dummy phone in the demo, else a daemon of one's own. */
  readonly smsModem?: { readonly device: string; readonly connection: string } | undefined
  /** Where cards are spooled. */
  readonly spoolFolder: string
  /** PEM files of the scanners' certificates that captures are believed from. */
  readonly deviceCertificates: readonly string[]
  /** The first port asked for a scanner on the operator's machine. */
  readonly scannerPorts: { readonly first: number; readonly last: number }
  /** For how many days after a case was touched last its papers stay; at least one. */
  readonly keepDays: number
}
