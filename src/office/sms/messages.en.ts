// Messages — words of the SMS page, in English.

import type { Messages } from './messages.id.ts'

export const messages: Messages = {
  title: 'SMS',
  back: 'Administration',
  lead: 'Complaints and status by SMS. Numbers and texts are sealed; only their count is shown here.',
  line: 'State',
  states: {
    off: 'SMS is not switched on in this installation',
    running: 'SMS is running',
    outside: 'SMS is run by a gammu-smsd outside Loket',
    'not-installed': 'The program gammu-smsd is not installed',
  },
  helps: {
    off: 'Set LOKET_SMS_MODEM_DEVICE and start again. Complaints still come by portal, officers and suggestion box.',
    running: 'Incoming messages are read every second.',
    outside: 'Loket reads and writes the folder LOKET_SMS_FOLDER.',
    'not-installed':
      'Install the package gammu-smsd (Debian: apt install gammu-smsd) and start again. Outgoing messages wait until then.',
  },
  dummy: 'A dummy modem: no message really leaves this computer.',
  problem: (text) => `The modem’s last trouble: ${text}`,
  since: (when) => `Since ${when}`,
  number: 'Number for complaints',
  lastDay: 'Last twenty-four hours',
  received: 'Received',
  sent: 'Sent',
  waiting: 'Waiting to go out',
  failed: 'Failed',
  tryTitle: 'Try it with the dummy phone',
  tryHelp:
    'This message enters the dummy modem as from a resident’s phone, is read by gammu-smsd, and is answered.',
  from: 'From number',
  text: 'Message',
  send: 'Send the message',
  conversation: 'Answers to this number',
  noReply: 'No answer yet; wait a few seconds.',
}
