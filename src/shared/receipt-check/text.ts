import type { Lang } from '../lang.ts'
import type { ReceiptPart } from '../tlog/check-receipt.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** What a checked receipt means, in the same words on the page, in the file kept on a disk, and on the command line. */
export interface ReceiptCheckText {
  title: Record<'true' | 'uncompared' | 'false' | 'unreadable' | 'unreached', string>
  /** The one sentence under the title. */
  lead: {
    true: string
    uncompared: string
    unreadable: string
    unreached: string
    noQr: string
    /** A short form, where there is no network to look it up. */
    shortOffline: string
    shortElsewhere: string
  }
  wrongPart: (part: string) => string
  /** The part's name, and what is wrong with it. */
  parts: Record<ReceiptPart, { name: string; wrong: string }>
  /** Where one fault says more than its part. */
  faults: Record<string, string>
  /** What to do with a forged one. */
  advice: string[]
  sections: { says: string; words: string; proved: string; notProved: string; todo: string }
  /** Labels of what the statement says. */
  labels: { what: string; at: string; role: string; place: string; log: string; key: string }
  place: (line: string, size: string) => string
  types: Record<string, string>
  roles: Record<string, string>
  facts: Record<string, string>
  values: Record<string, string>
  fields: Record<string, string>
  yes: string
  no: string
  proved: {
    inLog: (line: string, size: string, origin: string) => string
    signed: string
    keyKnown: string
    words: string
    witness: (name: string, at: string) => string
    witnessUnknown: (name: string, at: string) => string
  }
  notProved: {
    key: string
    truth: string
    holder: string
    later: string
    noWitness: string
    witness: string
    shortLater: string
  }
}

export const text: Record<Lang, ReceiptCheckText> = { vi, en }
