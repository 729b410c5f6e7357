import { instantText } from '../../../shared/civil-date.ts'
import { type Standing, sayings } from '../../verdicts/index.ts'
import type { Task } from '../task.ts'
import { takesVerdicts } from './judged-task.ts'

/** Both figures side by side, for programs: what the agency says and what the people say. */
export function standingJson(task: Task, { round, figures, official, earlier, words }: Standing) {
  const saidOf = (of: Standing['figures']) => Object.fromEntries(sayings.map((said) => [said, of[said]]))
  const named = (list: Standing['official']['front']) =>
    list.map(({ body, said, words: text, minutes, givenOn }) => ({ body, said, words: text, minutes, givenOn }))
  return {
    task: task.code,
    open: takesVerdicts(task),
    agency: { status: task.status, reportedOn: task.reportedOn, doneOn: task.doneOn },
    round,
    residents: saidOf(figures),
    front: named(official.front),
    inspectorate: named(official.inspectorate),
    earlierRounds: earlier.map((one) => ({
      round: one.round,
      openedOn: one.openedOn,
      residents: saidOf(one),
      official: named(one.official),
    })),
    items: words.items.map(({ id, said, name, body, photoIds, sentAt }) => ({
      id,
      said,
      name,
      words: body,
      photos: photoIds.map((photo) => `/anh/${photo}.jpg`),
      sentAt: instantText(sentAt),
    })),
    next: words.next,
  }
}
