import type { vi } from './text.vi.ts'

export const en: typeof vi = {
  command: {
    usage: `congdan plan read FILE [--json] [--lang vi|en]

Reads a plan and proposes objectives, tasks, measures, targets, lead and partner agencies and due dates; each with the sentence that it comes from.
Takes .docx, .odt and .txt. Rules alone; the document is sent nowhere.
Exit codes: 0 read, 1 cannot be read (with the reason), 2 wrong use.`,
    wrongUse: (what) => `Wrong use: ${what}`,
    noFile: (path) => `The file "${path}" cannot be opened.`,
  },
  refusal: {
    'unknown-format': 'This is neither a .docx nor an .odt file. Open it in a word processor and save it as .docx or .odt.',
    damaged: 'The file is damaged or has a password.',
    scanned: 'The file holds pictures alone, no letters. Use the original with its text, or paste the text.',
    empty: 'The file holds no text.',
    'too-long': 'The text is too long: more than two million letters.',
  },
  kinds: { objective: 'objective', task: 'task', measure: 'measure', target: 'target' },
  because: {
    basis: 'legal basis',
    funding: 'funding',
    introduction: 'introduction',
    heading: 'heading',
    closing: 'closing words',
    'no-section': 'part of no known section',
    'too-short': 'too short',
  },
  every: { month: 'monthly', quarter: 'quarterly', 'half-year': 'half-yearly', year: 'yearly', always: 'at all times' },
  labels: { lead: 'lead', partners: 'with', due: 'due', sure: 'sure', unread: 'Not read', items: 'Proposals', noNumber: 'no number' },
}
