// Speaker — a chime, then the call in Indonesian, one after another; browsers want a click first.

import { spokenCall } from './voice.ts'

export interface Speaker {
  /** False where the machine has no Indonesian voice: then only the chime is heard. */
  readonly hasVoice: () => boolean
  say(number: string, place: string): void
  stop(): void
}

const chimeHz = [659, 523] as const
const toneSeconds = 0.45
const spokenRate = 0.9

/** Call it from a click. */
export function startSpeaker(): Speaker {
  const sound = new AudioContext()
  // Voices come late in some browsers; asking early makes them come.
  window.speechSynthesis?.getVoices()
  let last: Promise<void> = Promise.resolve()
  let isOn = true
  return {
    hasVoice: () => findVoice() !== undefined,
    say(number, place) {
      last = last.then(async () => {
        if (!isOn) return
        await chime(sound)
        if (isOn) await speak(spokenCall(number, place, 'id'))
      })
    },
    stop() {
      isOn = false
      window.speechSynthesis?.cancel()
      void sound.close()
    },
  }
}

function findVoice(): SpeechSynthesisVoice | undefined {
  const isIndonesian = ({ lang }: SpeechSynthesisVoice) => /^(id|in)([-_]|$)/i.test(lang)
  return window.speechSynthesis?.getVoices().find(isIndonesian)
}

async function chime(sound: AudioContext): Promise<void> {
  await sound.resume()
  chimeHz.forEach((frequency, index) => {
    const from = sound.currentTime + index * toneSeconds
    const tone = new OscillatorNode(sound, { frequency, type: 'sine' })
    const loudness = new GainNode(sound, { gain: 0 })
    loudness.gain.linearRampToValueAtTime(0.35, from + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds * 1.6)
    tone.connect(loudness).connect(sound.destination)
    tone.start(from)
    tone.stop(from + toneSeconds * 1.8)
  })
  await new Promise((done) => setTimeout(done, chimeHz.length * toneSeconds * 1_000))
}

/** Longer than any call takes: a voice that never ends must not hold up the next call. */
const spokenMsMax = 15_000

function speak(text: string): Promise<void> {
  const voice = findVoice()
  if (voice === undefined) return Promise.resolve()
  return new Promise((done) => {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = spokenRate
    const end = () => {
      clearTimeout(timer)
      done()
    }
    const timer = setTimeout(end, spokenMsMax)
    words.onend = end
    words.onerror = end
    window.speechSynthesis.speak(words)
  })
}
