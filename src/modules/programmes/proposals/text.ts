import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const text = { vi, en }
