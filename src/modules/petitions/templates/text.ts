import type { Lang } from '../../../shared/lang.ts'
import type { Placeholder } from './placeholders.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface TemplateText {
  title: string
  lead: string
  write: string
  all: string
  allUnits: string
  retired: string
  inUse: string
  columns: { title: string; outcome: string; unit: string; state: string }
  empty: string
  first: string
  newTitle: string
  newLead: string
  placeholdersTitle: string
  placeholders: Record<Placeholder, string>
  noNames: string
  textHint: string
  save: string
  saved: string
  readOnly: string
  retire: string
  retireHint: string
  restore: string
  versions: string
  version: (n: number, when: string, who: string) => string
  chooser: { label: string; hint: string; none: string; submit: string; filled: (title: string) => string }
  fields: Record<'title' | 'outcome' | 'text' | 'version', string>
  errors: {
    unknown_placeholder: (details: Record<string, unknown>) => string
    template_changed: string
  }
}

export const text: Record<Lang, TemplateText> = { vi, en }
