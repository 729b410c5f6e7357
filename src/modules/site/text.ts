import type { ErrorSentence } from '../../platform/http/index.ts'
import type { Lang } from '../../shared/lang.ts'
import type { UnitKind } from '../accounts/index.ts'
import type { MenuPlace } from './menu.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface SiteText {
  errors: Readonly<Record<string, ErrorSentence>>
  fields: Readonly<Record<string, string>>
  menu: {
    title: string
    lead: string
    place: Readonly<Record<MenuPlace, string>>
    ofSoftware: string
    own: string
    row: (n: number) => string
    newRow: string
    order: string
    hrefHint: string
    page: string
    otherAddress: string
    help: string
    /** Of an entry whose page readers do not see. */
    unseen: string
    save: string
    reset: string
    saved: string
    now: string
    back: string
  }
  organisation: {
    title: string
    lead: string
    chairman: string
    head: string
    nobody: string
    noUnits: string
    kinds: Readonly<Partial<Record<UnitKind, string>>>
    other: string
    since: (day: string) => string
  }
  contact: {
    title: string
    lead: string
    address: string
    hours: string
    phone: string
    unknown: string
    more: string
    file: string
    reception: string
    calendar: string
    organisation: string
    track: string
  }
}

export const text: Record<Lang, SiteText> = { vi, en }
