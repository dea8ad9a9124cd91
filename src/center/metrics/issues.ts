// Issues — words for whoever may not read the metrics.

import type { IssueWords } from '#kit/issue-words'

export const metricsIssues: IssueWords = {
  'metrics.elsewhere': {
    id: () =>
      'Angka ini hanya dibaca dari mesin ini sendiri. Untuk membacanya dari mesin lain, isi LOKET_METRICS_TOKEN.',
    en: () =>
      'These figures are read on this machine alone. To read them from another one, set LOKET_METRICS_TOKEN.',
  },
  'metrics.token': {
    id: () => 'Angka ini dibaca dengan token dari LOKET_METRICS_TOKEN.',
    en: () => 'These figures are read with the token of LOKET_METRICS_TOKEN.',
  },
}
