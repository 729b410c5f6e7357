import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export type PublicText = typeof vi

export const text: Record<Lang, PublicText> = { vi, en }
