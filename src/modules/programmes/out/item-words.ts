import { shortDate } from '../../../shared/format.ts'
import type { Task } from '../task.ts'
import { words } from './words.vi.ts'

/** When it is due: the day, else how often, else the words of the paper. */
export function dueOf({ dueOn, every, dueWords }: Task): string {
  if (dueOn) return shortDate(dueOn)
  return every ? words.every[every] : (dueWords ?? '')
}

const decimal = (n: string) => n.replace('.', ',')

/** What shows that it is done: the indicator and its target. */
export function productOf({ indicator, target, unitOfMeasure }: Task): string {
  const amount = target === null ? '' : [decimal(target), unitOfMeasure].filter(Boolean).join(' ')
  return [indicator, amount].filter(Boolean).join(': ')
}

export function reachedOf({ reached, unitOfMeasure }: Task): string {
  return reached === null ? '' : [decimal(reached), unitOfMeasure].filter(Boolean).join(' ')
}
