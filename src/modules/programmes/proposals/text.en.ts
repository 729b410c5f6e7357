import type { vi } from './text.vi.ts'

export const en: typeof vi = {
  views: { all: 'All', high: 'Sure', middle: 'Fairly sure', low: 'Not sure', unread: 'Not understood' },
  viewsLabel: 'By how sure the reading is',
  viewsHint: 'What you mended on this page is saved when you go to another view or page.',
  range: (first, last, all) => `${first} to ${last} of ${all}`,
  takePage: 'Take the ticked proposals of this page',
  takeSure: (n) => `Take all ${n} sure sentences, of every page`,
  previous: 'Save and go to the page before',
  next: 'Save and go to the next page',
  noneHere: 'No proposal is of this kind.',
  takenStay: (n) => `The ticked proposals were taken. ${n} still wait.`,
  toDraft: 'See the draft',
  otherPlaces: 'Elsewhere',
  ofCard: (field, card) => `${field} (no. ${card})`,
}
