// Messages — words of the receipt's public check, in English.

import type { Messages } from './messages.id.ts'

export const messages: Messages = {
  title: 'Check a receipt',
  lead: 'Scan the QR code on the receipt, or type the code below it.',
  code: 'Code on the receipt',
  codeHelp: 'Eight letters and digits below the QR code, such as 7K3M-9QXD. The QR’s text will do.',
  check: 'Check',
  empty: 'Type the code first.',
  checking: 'Checking…',
  valid: 'This receipt is genuine',
  validHelp: (office) => `Made and signed by ${office}.`,
  invalid: 'This receipt is not genuine, or the code is mistyped',
  invalidHelp:
    'Compare the code letter by letter. If it still does not fit, this office did not make the receipt or it was changed; ask at the counter.',
  number: 'Number',
  when: 'Signed',
  office: 'Office',
  fingers: 'Fingers recorded',
  fingersCount: (count) => `${count} fingers`,
  digest: 'Digest',
  digestHelp: 'Compare it with the digest printed near the operator’s name.',
  privacy: 'This page shows nobody’s name or NIK.',
  another: 'Check another',
}
