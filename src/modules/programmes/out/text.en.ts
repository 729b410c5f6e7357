import type { vi } from './text.vi.ts'

export const en: typeof vi = {
  fields: { tu: 'From', den: 'To' },
}
