import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const text: Record<Lang, typeof vi> = { vi, en }
