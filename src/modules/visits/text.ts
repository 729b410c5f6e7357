import type { Lang } from '../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface VisitsText {
  footer: { title: string; online: string; today: string; month: string; total: string }
}

export const text: Record<Lang, VisitsText> = { vi, en }
