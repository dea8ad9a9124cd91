// Other ways — by SMS, at the counter, to the leader, into the box; and the national service.

import { useAsk } from '#kit/web/api'
import { useLanguage, useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { type ComplaintChannelId, serviceStandard } from '#standard'
import css from './complaints.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import type { WaysReply } from './wire.ts'

export function OtherWays() {
  const words = useWords({ id, en }).resident
  const language = useLanguage()
  const ways = useAsk<WaysReply>('/api/complaints/ways')
  const { channels, national } = serviceStandard.complaints
  return (
    <Sheet title={words.ways}>
      <ul className={css.ways}>
        {channels.map(({ id: channel, text, number }) => (
          <li key={channel}>
            <strong>{text[language]}</strong>
            {channel === 'sms' && <SmsNumber number={ways.data?.smsNumber ?? number ?? ''} />}
            <p>{howOf(channel, words, ways.data?.smsOn ?? true)}</p>
          </li>
        ))}
      </ul>
      <p className={css.soft}>
        {words.national(national.name, national.sms)} {words.aboutCamat}
      </p>
    </Sheet>
  )
}

function SmsNumber({ number }: { readonly number: string }) {
  return (
    <a className={css.smsNumber} href={`sms:${number}?body=ADUAN%20`}>
      {number}
    </a>
  )
}

function howOf(channel: ComplaintChannelId, words: Messages['resident'], smsOn: boolean): string {
  switch (channel) {
    case 'sms':
      return smsOn ? words.smsHow : words.smsOff
    case 'officer':
      return words.officerHow
    case 'leader':
      return words.leaderHow
    case 'suggestion-box':
      return words.boxHow
  }
}
