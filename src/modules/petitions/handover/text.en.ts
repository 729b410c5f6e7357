import type { HandoverText } from './text.ts'

export const en: HandoverText = {
  title: 'Hand cases over',
  lead: 'When an officer leaves, changes work or is away for long: all cases in hand go to somebody else of the same unit at once. No time limit changes.',
  choose: 'Choose who hands over',
  show: 'See what is held',
  holds: (name, n) => `${name} holds ${n} ${n === 1 ? 'case' : 'cases'}`,
  nothing: (name) => `${name} has no case in hand.`,
  step: 'Step',
  number: 'Cases',
  unitDesk: 'Back to the unit, to be assigned later',
  toHint: 'Of the same unit. Each case records the handover.',
  submit: 'Hand all over',
  done: (n) => `${n} ${n === 1 ? 'case has' : 'cases have'} been handed over.`,
  fields: { from: 'Who hands over', to: 'Who receives' },
}
