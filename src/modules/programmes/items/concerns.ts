import { fold } from '../../../shared/vietnamese-text.ts'
import type { Unit } from '../../accounts/index.ts'
import type { Task } from '../task.ts'
import type { Partner } from '../task-repository.ts'

/** "các cơ quan, đơn vị", "từng phòng, ban", "thủ trưởng các ngành": everybody is meant. */
const everybody = /(?:^|\s)(?:cac|tung|moi|toan the|tat ca)\s+(?:cac\s+)?(?:co quan|don vi|phong|ban|nganh|to chuc)/
/** "UBND các xã, phường": every commune is. */
const communes = /(?:^|\s)(?:cac|tung|moi)\s+(?:xa|phuong|dia phuong|thi tran|dac khu)/
const communeKinds: readonly string[] = ['ward', 'commune']

const meansAll = (words: string, unit: Pick<Unit, 'kind'>) => {
  const folded = fold(words)
  return everybody.test(folded) || (communes.test(folded) && communeKinds.includes(unit.kind))
}

/**
 * Whether an item of the plan goes into an agency's own programme: the agency leads it or helps, or the paper bids all of its kind;
 * what all are to reach, a goal that names nobody, concerns every agency.
 */
export function concerns(
  task: Pick<Task, 'kind' | 'unitId' | 'leadWords'>,
  partners: readonly Pick<Partner, 'unitId' | 'words'>[],
  unit: Pick<Unit, 'id' | 'kind'>,
): boolean {
  if (task.unitId === unit.id || partners.some(({ unitId }) => unitId === unit.id)) return true
  if ([task.leadWords, ...partners.map(({ words }) => words)].some((words) => words !== null && meansAll(words, unit))) return true
  return task.kind === 'objective' && task.unitId === null && task.leadWords === null
}
