// Resident screen — what the resident sees on a second screen: their own data and photo, told from
// window to window within this browser, past the server and out of every address.

export interface ResidentScreen {
  /** What is asked of the resident now. */
  readonly say: string
  readonly name: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  /** The photo just taken, until the next capture. */
  readonly photo: Blob | undefined
}

type Message =
  | { readonly kind: 'show'; readonly screen: ResidentScreen | undefined }
  /** A window that has just opened asks for what there is. */
  | { readonly kind: 'hello' }

const channelName = 'loket-resident-screen'

export const residentScreenPath = '/layar-pemohon'

/** The operator's end: shows what it is told, also to a window that opens later. */
export function openResidentScreen() {
  const channel = new BroadcastChannel(channelName)
  let shown: ResidentScreen | undefined
  const send = () => channel.postMessage({ kind: 'show', screen: shown } satisfies Message)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') send()
  }
  return {
    show(screen: ResidentScreen | undefined) {
      shown = screen
      send()
    },
    /** The resident has gone: nothing stays on the screen. */
    close() {
      shown = undefined
      send()
      channel.close()
    },
  }
}

/** The resident's end; answers how to stop watching. */
export function watchResidentScreen(show: (screen: ResidentScreen | undefined) => void) {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'show') show(data.screen)
  }
  channel.postMessage({ kind: 'hello' } satisfies Message)
  return () => channel.close()
}
