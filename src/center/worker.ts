// Worker — keeps the pipeline going, several packets at once, until it is told to stop.

import { type Loop, startLoop } from '#kit/loop'
import type { Gallery } from './afis/gallery.ts'
import { type ExamineFinger, examineHere } from './enroll/extract-fingers.ts'
import { packetsAtOnce, pipelineIdleMs } from './limits.ts'
import { processNext } from './pipeline.ts'
import type { CenterWorld } from './world.ts'

/** Nothing is begun before `isReady`: what could not be searched whole is left to others. */
export function startPipeline(
  world: CenterWorld,
  gallery: Gallery,
  examine: ExamineFinger = examineHere,
  isReady: () => boolean = () => true,
): Loop {
  const loops = Array.from({ length: packetsAtOnce }, () =>
    startLoop({
      async turn() {
        await world.uploads.untilCalm()
        if (!isReady()) return false
        return (await processNext(world, gallery, examine)) !== undefined
      },
      idleMs: pipelineIdleMs,
      onFault: (error) =>
        world.log(`pipeline: ${error instanceof Error ? error.name : 'unknown fault'}`),
    }),
  )
  return {
    wake() {
      for (const loop of loops) loop.wake()
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
