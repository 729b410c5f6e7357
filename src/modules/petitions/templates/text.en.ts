import { placeholders } from './placeholders.ts'
import type { TemplateText } from './text.ts'

const list = placeholders.map((name) => `{{${name}}}`).join(', ')

export const en: TemplateText = {
  title: 'Answer templates',
  lead: 'Shared wordings that an answer begins with. An officer chooses one on the case, fits it to the matter, and then has it signed.',
  write: 'Write a template',
  all: 'All answer templates',
  allUnits: 'All units',
  retired: 'Retired',
  inUse: 'In use',
  columns: { title: 'Name', outcome: 'Outcome', unit: 'For', state: 'State' },
  empty: 'There are no answer templates yet.',
  first: 'To the first page',
  newTitle: 'Write an answer template',
  newLead: 'A head of unit writes for the own unit, the chairman for all units.',
  placeholdersTitle: 'What is filled in for you',
  placeholders: {
    ma: 'code of the case',
    ngay_nhan: 'day on which it was received',
    han: 'soonest due date of the case',
    don_vi: 'name of the unit that answers',
    ten_viec: 'name of the matter as the public reads it',
  },
  noNames: 'The name of the filer is never filled in. Where a case lacks something, […] stands there for the officer to write.',
  textHint: `You may use: ${list}.`,
  save: 'Save the template',
  saved: 'The template was saved.',
  readOnly: 'This template is for all units and worded by the chairman; heads of unit only read it.',
  retire: 'Retire this template',
  retireHint: 'A retired template is no longer offered on cases, but kept with all its versions.',
  restore: 'Use this template again',
  versions: 'Versions of this template',
  version: (n, when, who) => `Version ${n}, ${when}, ${who}`,
  chooser: {
    label: 'Begin with a template',
    hint: 'Choose before you write: what is typed in the answer box is replaced by the template.',
    none: 'No template',
    submit: 'Fill in',
    filled: (title) => `The answer below begins with the template “${title}”. Fit it to this case, then save it.`,
  },
  fields: { title: 'Name', outcome: 'Outcome', text: 'Wording', version: 'Version' },
  errors: {
    unknown_placeholder: ({ name }) => `Wording: there is no placeholder “{{${String(name)}}}”. Use only: ${list}.`,
    template_changed:
      'Somebody else has just changed this template. Its newest version stands under “Versions of this template”; what you typed is kept, and saving again makes a newer one.',
  },
}
