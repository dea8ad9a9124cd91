// Case page — two people side by side, finger by finger, and the verdict.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { useParam } from '#kit/web/pages'
import { useSession } from '#kit/web/session'
import { AlikeShown } from './alike-shown.tsx'
import { BiodataTable } from './biodata-table.tsx'
import { Candidates } from './candidates.tsx'
import { Fingers } from './fingers.tsx'
import { KeysHelp } from './keys-help.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { OpinionsShown } from './opinions-shown.tsx'
import { PastShown } from './past-shown.tsx'
import { People } from './people.tsx'
import { SearchesShown } from './searches-shown.tsx'
import { TakeOldest } from './take-oldest.tsx'
import { VerdictForm, verdictWord } from './verdict-form.tsx'
import type { AdjudicationReply, ClaimReply } from './wire.ts'

const list = '/api/adjudications'

export function Page() {
  const caseId = useParam('id')
  const words = useWords({ id, en })
  const opened = useAsk<AdjudicationReply>(`${list}/${caseId}`)
  return (
    <PageFrame
      title={words.title}
      heading={opened.data === undefined ? words.title : words.reasons[opened.data.reason]}
      back={{ to: '/adjudikasi', title: words.title }}
      width="wide"
      actions={opened.data && <ClaimActions reply={opened.data} />}
    >
      <Loaded of={opened}>{(reply) => <Case key={reply.caseId} reply={reply} />}</Loaded>
    </PageFrame>
  )
}

function ClaimActions({ reply }: { readonly reply: AdjudicationReply }) {
  const words = useWords({ id, en })
  const { caseId, claimed, decided, mayTake } = reply
  const role = useSession().data?.account?.role
  const refreshes = [list]
  const body = () => undefined
  const take = useAct<ClaimReply>({ path: `${list}/${caseId}/claim`, body, refreshes })
  const give = useAct<ClaimReply>({ path: `${list}/${caseId}/release`, body, refreshes })
  const isTaken = decided === null && claimed !== null
  const mayGive = isTaken && (claimed.own || role === 'supervisor')
  const takeable = decided === null && claimed === null && mayTake
  const isElsewhere = decided !== null || (!takeable && claimed?.own !== true)
  return (
    <Actions>
      {/* There is nothing for the reader to do here: on to the next one. */}
      {isElsewhere && <TakeOldest word={words.next} none={words.nextNone} but={caseId} />}
      {takeable && (
        <ActionButton shortcut="A" busy={take.isPending} onAct={() => take.mutate()}>
          {words.take}
        </ActionButton>
      )}
      {mayGive && (
        <ActionButton look="plain" shortcut="L" busy={give.isPending} onAct={() => give.mutate()}>
          {words.giveBack}
        </ActionButton>
      )}
      <KeysHelp />
      {take.error !== null && <IssueNotice issue={take.error} takesFocus />}
      {give.error !== null && <IssueNotice issue={give.error} takesFocus />}
    </Actions>
  )
}

function Case({ reply }: { readonly reply: AdjudicationReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [chosen, setChosen] = useState(0)
  const candidate = reply.candidates[Math.min(chosen, reply.candidates.length - 1)]
  const { decided } = reply
  return (
    <Stack>
      {decided !== null && (
        <Notice tone="done">
          {words.decided(verdictWord(words, reply, decided.verdict), format.dateTime(decided.atMs))}
        </Notice>
      )}
      <Turn reply={reply} />
      {reply.reason === 'nothing-to-compare' && <NothingCompared reply={reply} />}
      <OpinionsShown reply={reply} />
      {reply.candidates.length > 0 && (
        <Candidates reply={reply} chosen={chosen} onChoose={setChosen} />
      )}
      <AlikeShown reply={reply} onChoose={setChosen} />
      <People reply={reply} chosen={chosen} />
      {candidate !== undefined && (
        <Fingers key={candidate.person.caseId} reply={reply} candidate={candidate} />
      )}
      <Sheet title={words.biodata} flush>
        <BiodataTable newcomer={reply.newcomer.biodata} recorded={candidate?.person.biodata} />
      </Sheet>
      <PastShown reply={reply} candidate={candidate} />
      <SearchesShown searches={reply.searches} />
      {decided === null && <VerdictForm reply={reply} sameAs={candidate?.person.caseId} />}
    </Stack>
  )
}

/** Whose turn it is, where it is not simply the reader's. */
function Turn({ reply }: { readonly reply: AdjudicationReply }) {
  const words = useWords({ id, en })
  const role = useSession().data?.account?.role
  const { claimed, decided, standing, mayTake, opinions } = reply
  if (decided !== null) return null
  if (claimed !== null && !claimed.own) return <Notice>{words.takenBy(claimed.name)}</Notice>
  if (standing === 'disputed') {
    return <Notice tone="needs">{mayTake ? words.turns.disputedOwn : words.turns.disputed}</Notice>
  }
  if (reply.lacksExpert) {
    return (
      <Notice tone="needs" title={words.lacking.waits}>
        {words.lacking.whatToDo}
      </Notice>
    )
  }
  if (opinions.some((it) => it.own)) return <Notice tone="done">{words.turns.given}</Notice>
  return role === 'supervisor' ? <Notice>{words.turns.experts}</Notice> : null
}

/** Why there is nothing to see of fingers, and what is left to judge by. */
function NothingCompared({
  reply: { newcomer, candidates, searches },
}: {
  readonly reply: AdjudicationReply
}) {
  const words = useWords({ id, en })
  const terms = searches.at(-1)?.terms
  const saysTooLittle = terms != null && terms.scoreMax < terms.adjudicateScoreMin
  const why = saysTooLittle ? words.saysTooLittle : words.sharesNoFinger
  return (
    <Notice tone="needs" title={words.comparedNothing}>
      <p>{newcomer.fingers.length === 0 ? words.hasNoFinger : why}</p>
      <p>{candidates.length === 0 ? words.nikIsNew : words.nikIsRecorded}</p>
    </Notice>
  )
}
