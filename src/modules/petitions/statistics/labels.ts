import type { FieldLabels } from '../../../platform/http/input.ts'
import { labels as petitionLabels } from '../fields.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields of addresses: those of lists, and those behind numbers. */
export const labels: FieldLabels = { vi: { ...petitionLabels.vi, ...vi.fields }, en: { ...petitionLabels.en, ...en.fields } }
