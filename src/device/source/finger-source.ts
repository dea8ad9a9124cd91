// Finger source — what lies on the platen when fingers are pressed on it.

import type { GrayImage } from '#formats/gray-image'
import type { FingerPosition } from '#formats/iso19794-4'

export interface FingerSource {
  /**
   * The picture of one finger, pressed for the `attempt`-th time on this visit, from 1 on.
   * Undefined where that finger is not there.
   */
  press(position: FingerPosition, attempt: number): Promise<GrayImage | undefined>
  /** Whether pressing again can give another picture. */
  readonly varies: boolean
}
