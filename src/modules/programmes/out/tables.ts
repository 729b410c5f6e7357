import type { Sheet, SheetValue } from '../../../platform/spreadsheet.ts'
import type { Appendix } from '../../letters/index.ts'
import type { Task } from '../task.ts'
import { dueOf, productOf, reachedOf } from './item-words.ts'
import type { Out } from './load-out.ts'
import { words } from './words.vi.ts'

/** Shares of the page of the six columns of the appendix, and their widths in a sheet. */
const shares = [5, 40, 18, 18, 12, 18]

/** Goals are reached by what serves them: nobody is given them. */
const givenIn = ({ items }: Out) => items.filter(({ task }) => task.kind !== 'objective')

/** "Phụ lục phân công nhiệm vụ". */
export function assignmentOf(out: Out): Appendix {
  const { title, heads } = words.appendix
  const columns = heads.map((head, i) => ({ head, share: shares[i]!, centred: i === 0 || i === 4 }))
  const rows = givenIn(out).map(({ task, lead, partners }, i) => [String(i + 1), task.title, lead, partners, dueOf(task), productOf(task)])
  return { title, table: { columns, rows } }
}

/** A day that can be sorted by, where there is one. */
const dayOf = (task: Task): SheetValue => (task.dueOn ? { day: task.dueOn } : dueOf(task))

const titleOf = (title: string, { programme, unit, authority, isDraft }: Out) => [
  title,
  programme.title,
  unit ?? authority,
  ...(isDraft ? [words.draft] : []),
]

export function assignmentSheet(out: Out): Sheet {
  const { title, sheet, heads } = words.appendix
  return {
    name: sheet,
    title: titleOf(title, out),
    columns: heads.map((head, i) => ({ head, width: shares[i]! + 3 })),
    rows: givenIn(out).map(({ task, lead, partners }, i) => [i + 1, task.title, lead, partners, dayOf(task), productOf(task)]),
  }
}

const widths = [6, 18, 60, 26, 14, 18, 16, 14, 12, 12, 12, 12]

/** How far each item is, what the agency says beside what the people say. */
export function progressSheet(out: Out): Sheet {
  const { title, sheet, heads } = words.progress
  return {
    name: sheet,
    title: titleOf(title, out),
    columns: heads.map((head, i) => ({ head, width: widths[i]! })),
    rows: out.items.map(({ task, lead }, i) => [
      i + 1,
      task.code,
      task.title,
      lead,
      dayOf(task),
      words.status[task.status],
      task.doneOn && { day: task.doneOn },
      reachedOf(task),
      task.evidence,
      task.saidDone,
      task.saidPartly,
      task.saidNot,
    ]),
  }
}
