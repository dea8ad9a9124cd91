// Gallery page — who holds which part of the gallery, and whether searches would outlive a machine.

import { useAsk } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Page as PageFrame, Stack } from '#kit/web/page'
import { Figures } from './figures.tsx'
import { Maps } from './maps.tsx'
import { Matchers } from './matchers.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Partitions } from './partitions.tsx'
import { galleryPath } from './paths.ts'
import { StateNotice } from './state-notice.tsx'
import type { GalleryReply } from './wire.ts'

const asksEveryMs = 5_000

export function Page() {
  const words = useWords({ id, en })
  const gallery = useAsk<GalleryReply>(galleryPath, { everyMs: asksEveryMs })
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <Loaded of={gallery}>
        {(reply) => (
          <Stack>
            <StateNotice reply={reply} />
            <Figures reply={reply} />
            {reply.place === 'matchers' && (
              <>
                <Partitions rows={reply.partitions} />
                <Matchers rows={reply.matchers} />
                <Maps rows={reply.maps} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </PageFrame>
  )
}
