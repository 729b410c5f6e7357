import type { MessagesText } from './text.ts'

export const en: MessagesText = {
  none: 'No messages yet.',
  erased: 'These words have been erased.',
  from: {
    filer: { toFiler: 'The office to you', fromFiler: 'You', internal: 'Internal note' },
    office: { toFiler: 'To the filer', fromFiler: 'From the filer', internal: 'Internal note' },
  },
}
