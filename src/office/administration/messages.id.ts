// Words of the office's administration — its pages and its own acts, in Indonesian.

export const messages = {
  title: 'Administrasi',
  toSms: 'SMS',
  toAudit: 'Catatan perbuatan',
  subjects: { caseId: 'permohonan' },
  acts: {},
}

export type Messages = typeof messages
