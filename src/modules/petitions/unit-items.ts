import type { CivilDate } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import { heirsOn, type Unit } from '../accounts/index.ts'
import { text } from './text.ts'

/** Units to choose a list by; of one that has ended it is said who has its work now. */
export function unitItems(lang: Lang, units: readonly Unit[], today: CivilDate, name: 'name' | 'shortName') {
  const heirs = heirsOn(units, today)
  return units.map((unit) => {
    const heir = heirs.get(unit.id)
    return { value: unit.id, text: heir ? text[lang].nowAt(unit[name], heir[name]) : unit[name] }
  })
}
