import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export type PeoplesText = typeof vi

export const text: Record<Lang, PeoplesText> = { vi, en }
