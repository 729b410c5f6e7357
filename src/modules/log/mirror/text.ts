import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface MirrorCardText {
  title: string
  what: string
  how: string
  download: (size: string) => string
  madeAt: string
  lines: string
  items: string
  sum: string
  /** What makes sure that a downloaded file is this one. */
  sumHint: string
  /** Last night's did not come about. */
  old: string
  none: string
}

export const text: Record<Lang, MirrorCardText> = { vi, en }
