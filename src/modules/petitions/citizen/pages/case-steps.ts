import { civilDateOf } from '../../../../shared/civil-date.ts'
import { clockTime, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import type { Step } from '../../../../ui/index.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'

const dayMonth = (date: string) => `${date.slice(8)}/${date.slice(5, 7)}`

/** Where the case stands on its way, for whoever filed it (`you`) or for everybody. */
export function caseSteps(lang: Lang, view: CaseView, reader: 'you' | 'public'): Step[] {
  const words = text[lang].matter
  const { petition, unit } = view
  const answered = petition.answeredOn !== null
  const accepted = petition.acceptedOn !== null
  const ended = ['declined', 'withdrawn', 'transferred', 'closed'].includes(petition.status)
  const due = view.clocks.find((clock) => clock.stage === 'resolution' && clock.state === 'running')?.dueOn
  const later = (now: boolean, done: boolean): Step['state'] => (done ? 'done' : ended ? 'skipped' : now ? 'now' : 'next')
  const drafted = petition.step === 'drafted'
  return [
    {
      title: words.stepNames.receive,
      note: `${dayMonth(civilDateOf(petition.receivedAt))} ${clockTime(petition.receivedAt)}`,
      state: 'done',
    },
    petition.status === 'declined'
      ? { title: words.stepNames.declined, state: 'done' }
      : {
          title: words.stepNames.accept,
          note: petition.acceptedOn ? shortDate(petition.acceptedOn) : undefined,
          state: later(!accepted, accepted),
        },
    { title: words.stepNames.verify, note: unit?.shortName, state: later(accepted && !drafted, answered || (accepted && drafted)) },
    {
      title: words.stepNames.answer,
      note: petition.answeredOn ? shortDate(petition.answeredOn) : due && words.stepDue(dayMonth(due)),
      state: later(accepted && drafted, answered),
    },
    {
      title: reader === 'you' ? words.stepNames.rate : words.stepNames.filerRates,
      note: petition.verdict ? petitionText[lang].verdict[petition.verdict] : words.stepReopen,
      state: later(answered, petition.verdict !== null),
    },
  ]
}
