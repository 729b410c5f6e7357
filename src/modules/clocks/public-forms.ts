import type { PublicForms } from '../history/index.ts'

/** What the public log says of the calendar and of the office's own targets: the old value and the new one. */
export const clockForms: PublicForms = {
  'calendar.dayChanged': {
    facts: { on: 'date', old: 'word', new: 'word', notice: 'document', noticeOn: 'date' },
    commitments: ['name', 'notice'],
    moves: true,
  },
  'calendar.yearDecided': {
    facts: { year: 'number', off: 'date', worked: 'date', notice: 'document', noticeOn: 'date' },
    commitments: ['notice'],
    moves: true,
  },
  'localTarget.set': {
    facts: { rule: 'word', oldValue: 'number', oldUnit: 'word', value: 'number', unit: 'word', validFrom: 'date', document: 'document' },
    commitments: ['document', 'note'],
    moves: true,
  },
  'rules.recorded': { facts: { count: 'number', digest: 'digest' } },
  'rules.changed': {
    facts: { rule: 'word', oldValue: 'number', oldUnit: 'word', oldDigest: 'digest', value: 'number', unit: 'word', digest: 'digest' },
    moves: true,
  },
}
