import { addDays, type CivilDate } from '../../../shared/civil-date.ts'
import type { Programme } from '../programme.ts'
import type { Task } from '../task.ts'
import { officeRules } from './office-rules.ts'
import { dueIn, type Period, periodAfter, periodNamed, periodOf } from './periods.ts'

export interface PlannedInstance {
  period: string
  startsOn: CivilDate
  dueOn: CivilDate
}

/**
 * Rounds of a recurring item that are still to be made: from the one after the newest (or the first of all) to the one after today's.
 * The last is the one in which the programme ends, due on its last day at the latest. However long nobody looked, none is left out;
 * what lies more than a year back is history and is not made.
 */
export function instancesToMake(
  series: Pick<Task, 'every' | 'startsOn' | 'dueOn'>,
  programme: Pick<Programme, 'startsOn' | 'endsOn' | 'publishedOn'>,
  made: readonly string[],
  today: CivilDate,
): PlannedInstance[] {
  const { every } = series
  if (every === null || programme.publishedOn === null) return []
  const next = periodAfter(every, periodOf(every, today))
  const instances: PlannedInstance[] = []
  for (let period = firstOf(); period.from <= next.from && !(programme.endsOn && period.from > programme.endsOn); ) {
    const dueOn = dueIn(every, period, series.dueOn)
    instances.push({
      period: period.name,
      startsOn: period.from,
      dueOn: programme.endsOn && dueOn > programme.endsOn ? programme.endsOn : dueOn,
    })
    period = periodAfter(every, period)
  }
  return instances

  function firstOf(): Period {
    const newest = made.flatMap((name) => periodNamed(name) ?? []).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]
    if (newest) return periodAfter(every!, newest)
    const oldest = addDays(today, -officeRules.roundsMadeBackDays)
    const days = [series.startsOn ?? programme.startsOn ?? programme.publishedOn!, programme.publishedOn!, oldest]
    return periodOf(every!, days.toSorted().at(-1)!)
  }
}
