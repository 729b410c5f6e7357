import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface DelegationText {
  title: string
  lead: string
  back: string
  none: string
  who: string
  whoHint: string
  days: string
  what: string
  all: string
  noComplaints: string
  complaintsHint: string
  state: string
  inForce: string
  later: string
  over: string
  ended: string
  end: string
  add: string
  submit: string
}

export const text: Record<Lang, DelegationText> = { vi, en }
