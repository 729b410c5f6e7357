import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface SlipText {
  title: (code: string) => string
  heading: string
  waiting: string
  step: string
  place: (line: string, size: string) => string
  receivedAt: string
  due: string
  short: { title: string; about: string; qr: string }
  full: { title: string; about: string; qr: string; tooBig: string }
  file: string
  fileHint: string
  check: string
  print: string
  back: string
  /** On the page of the case. */
  link: string
  linkHint: string
}

export const text: Record<Lang, SlipText> = { vi, en }
