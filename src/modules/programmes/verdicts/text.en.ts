import type { vi } from './text.vi.ts'

export const en: typeof vi = {
  agency: {
    draft: 'Not published.',
    planned: 'Not begun.',
    inProgress: 'In progress.',
    reported: 'Reported as done, to be confirmed.',
    done: 'Done, and confirmed.',
    cancelled: 'Stopped.',
  },
  reportedOn: (on) => `Reported on ${on}`,
  doneOn: (on) => `Confirmed on ${on}`,
  evidence: (n) => `${n} pieces of evidence`,
  office: {
    title: 'Verdicts of the Front and the people’s inspectorate',
    lead: 'Named, dated, public at once. To say something else, record a new verdict; the earlier one stays.',
    minutesHint: 'Of the inspectorate: required, such as 04/BB-TTND. Of the Front: leave it empty.',
    submit: 'Record the verdict',
    done: 'Recorded.',
    closed: 'It is not reported as done, so no verdict can be recorded.',
    onlyRecorder: 'Only the Fatherland Front records verdicts here.',
  },
  event: {
    'task.verdictsFixed': 'Reported anew: what was said of the earlier report is fixed',
    'task.frontVerdict': 'Verdict of the Fatherland Front',
    'task.inspectorateVerdict': 'Verdict of the people’s inspectorate',
  },
  dataset: {
    title: 'What the people say of work reported as done',
    about:
      'Each row is one time that an item of a programme was reported as done: how many residents say done, partly, not; what the Front and the people’s inspectorate say. Nothing of any one person.',
    fields: {
      task: 'Code of the item',
      title: 'Its title',
      status: 'State as the agency says',
      round: 'Which report, from 1',
      current: 'true: the present report',
      openedOn: 'Day of the first verdict, or of the new report',
      saidDone: 'Residents who say done',
      saidPartly: 'Residents who say partly',
      saidNot: 'Residents who say not done',
      front: 'The Front says: done, partly, not; empty: nothing yet',
      inspectorate: 'The people’s inspectorate says',
      minutes: 'Number of the inspectorate’s minutes',
    },
  },
}
