import type { FieldLabels } from '../../platform/http/index.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of the fields of addresses. */
export const labels: FieldLabels = { vi: { ...vi.fields }, en: { ...en.fields } }
