import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Plans and programmes of agencies in the office. */
export const text = { vi, en }
