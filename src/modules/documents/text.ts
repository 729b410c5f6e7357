import type { Refusal as TextRefusal } from '../../platform/office-text/block.ts'
import type { DatasetWords } from '../../shared/dataset.ts'
import type { Lang } from '../../shared/lang.ts'
import type { DocumentField } from './dataset.ts'
import type { DocumentKind, DocumentStatus, LinkKind } from './document.ts'
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
  links: Record<'to' | 'from', Record<LinkKind, string>>
  link: Record<LinkKind, string>
  refusedText: Record<TextRefusal, string>
  list: {
    title: string
    lead: string
    none: string
    all: string
    search: string
    searchSubmit: string
    data: string
    dataHint: string
    issued: (date: string) => string
  }
  page: {
    facts: string
    validity: string
    inForce: (from: string | null, to: string | null) => string
    links: string
    files: string
    editions: string
    edition: (n: string, at: string) => string
    current: string
    oldEdition: (n: string) => string
    toCurrent: string
    text: string
    task: string
    moreTasks: string
    cited: (n: string) => string
    print: string
    head: string
    table: (n: string) => string
  }
  office: {
    title: string
    lead: string
    make: string
    makeLead: string
    none: string
    discardHint: string
    head: Record<'document' | 'status' | 'changed', string>
    save: string
    done: string
    facts: string
    acts: string
    noActs: string
    history: string
    textHint: string
    fileHint: string
    fromTextHint: string
    otherHint: string
    reasonHint: string
    seeAsReader: string
    links: string
    noLinks: string
    removeLink: string
    editions: string
    noText: string
    changesLink: string
    text: string
    files: string
    filesLead: string
    noFiles: string
    seen: string
    show: string
    hide: string
    shown: string
    hidden: string
    addFile: string
    back: string
  }
  changes: {
    title: (n: string) => string
    lead: (n: string) => string
    first: string
    counts: Record<'same' | 'moved' | 'changed' | 'new' | 'orphaned', string>
    was: string
    is: string
    address: string
    citedBy: string
    nobody: string
    none: string
    orphansLead: string
  }
  dataset: DatasetWords<DocumentField>
  event: Record<string, string>
  role: Record<string, string>
}

export const text: Record<Lang, DocumentsText> = { vi, en }
