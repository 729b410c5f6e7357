import type { Lang } from '../../shared/lang.ts'
import type { SourceFault } from './source-unreadable.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface ImportText {
  usage: string
  wrongUse: (what: string) => string
  missing: (option: string) => string
  noSource: string
  twoSources: string
  wrongDatabase: string
  twoPasswords: string
  visiblePassword: string
  noReport: (path: string) => string
  noDump: (path: string) => string
  noFolder: (path: string) => string
  noAuthority: string
  noEditor: (username: string) => string
  dryRun: string
  /** `wanted` is what the tables' names begin with. */
  faults: Readonly<Record<SourceFault, (near: string, wanted: string) => string>>
  refused: string
  note: string
  /** Why a row was refused or what is to be looked at, by code; another code is an act's own and has its sentence there. */
  reasons: Readonly<Record<string, string>>
  row: (kind: string, table: string, id: string, reason: string, what: string) => string
  counts: (table: string, read: number, brought: number, already: number, refused: number) => string
  /** Of rows that are part of others. */
  part: (table: string, read: number) => string
  notRead: (table: string, rows: number) => string
  done: (refused: number, notes: number) => string
}

export const text: Record<Lang, ImportText> = { vi, en }
