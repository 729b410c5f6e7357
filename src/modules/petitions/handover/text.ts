import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface HandoverText {
  title: string
  lead: string
  choose: string
  show: string
  holds: (name: string, n: number) => string
  nothing: (name: string) => string
  step: string
  number: string
  unitDesk: string
  toHint: string
  submit: string
  done: (n: number) => string
  fields: { from: string; to: string }
}

export const text: Record<Lang, HandoverText> = { vi, en }
