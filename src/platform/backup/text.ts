import type { Lang } from '../../shared/lang.ts'
import type { BackupStep } from './backup.ts'
import type { RestoreStep } from './load.ts'
import type { RefusalCode } from './refusal.ts'
import type { Verified } from './restore.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface BackupText {
  backup: {
    usage: string
    step: (step: BackupStep) => string
    notEncrypted: string
    done: (file: string, bytes: number) => string
  }
  restore: {
    usage: string
    verifying: string
    verified: (verified: Verified) => string
    step: (step: RestoreStep) => string
    forward: (migrations: number) => string
    done: string
    /** After a failure before the commit. */
    untouched: string
    /** After a failure behind it. */
    loadedOnly: string
  }
  wrongUse: (reason: string) => string
  noFile: string
  terminal: string
  refusals: Record<RefusalCode, (what: string) => string>
}

export const text: Record<Lang, BackupText> = { vi, en }
