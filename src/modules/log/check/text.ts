import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface CheckText {
  title: string
  lead: string
  form: {
    file: string
    fileHint: string
    photo: string
    photoHint: string
    picture: string
    text: string
    textHint: string
    submit: string
    /** Where no scripts run. */
    noScript: string
    noScriptQr: string
  }
  /** The server has checked, not the reader's own device. */
  byServer: string
  result: string
  nothing: string
  offline: { title: string; about: string; link: string; name: string }
  key: { title: string; about: string; none: string }
  command: { title: string; about: string }
  means: { title: string; proves: string[]; not: string[]; provesTitle: string; notTitle: string }
  /** The file kept on a disk. */
  kept: { lead: string; from: (site: string, day: string) => string; keys: string }
  errors: Record<string, string>
}

export const text: Record<Lang, CheckText> = { vi, en }
