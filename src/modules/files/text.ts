import type { Lang } from '../../shared/lang.ts'
import type { MediaType, RefusalCode } from './file.ts'
import type { PaperFindingCode } from './guard-paper.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface FilesText {
  /** Why this one file was not taken, and what to do. */
  refused: Record<RefusalCode, (name: string) => string>
  /** The same for places that know only the code. */
  errors: Record<RefusalCode, string>
  /** What a file is, in a word. */
  kind: Record<MediaType, string>
  finding: Record<PaperFindingCode, (n: number) => string>
  /** `2,4 MB`, `310 KB` */
  size: (bytes: number) => string
}

export const text: Record<Lang, FilesText> = { vi, en }
