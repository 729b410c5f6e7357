import type { Lang } from '../../shared/lang.ts'
import type { DocumentKind, DocumentStatus } from './document.ts'
import type { DocumentAct } from './lifecycle.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

type Details = Record<string, unknown>

export interface DocumentsText {
  kind: Record<DocumentKind, string>
  status: Record<DocumentStatus, string>
  act: Record<DocumentAct, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Details) => string)>
  event: Record<string, string>
  role: Record<string, string>
}

export const text: Record<Lang, DocumentsText> = { vi, en }
