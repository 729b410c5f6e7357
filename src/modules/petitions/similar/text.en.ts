import type { SimilarText } from './text.ts'

export const en: SimilarText = {
  title: 'Somebody has told of something like it',
  lead: 'If it is the same, you may follow it instead of sending it again. If not, just go on.',
  past: {
    title: 'Earlier answers to cases like this',
    lead: 'The same matter, the same answer. Where it differs, say why.',
    differ: (outcomes) => `Cases like this were answered differently: ${outcomes}. Please explain it in this answer.`,
    answered: (day, outcome) => `${outcome}, ${day}`,
    noVerdict: 'not rated by the filer',
  },
}
