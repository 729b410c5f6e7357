import { fold } from '../../../shared/vietnamese-text.ts'
import type { Unit } from '../../accounts/index.ts'

/** Names as papers write them: `UBND phường Thác Mơ`, `Phòng Y tế thị xã`. */
const plain = (name: string) =>
  fold(name)
    .replace(/^(?:uy ban nhan dan|ubnd)\s+/, '')
    .replace(/\s+(?:thi xa|thanh pho|huyen|tinh)(?:\s.*)?$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Finds our unit by the name that a paper or an officer gives it; undefined where it is none of ours, or the name fits two. */
export function unitFinder(units: readonly Unit[]): (name: string) => Unit | undefined {
  const byName = Map.groupBy(
    units.flatMap((unit) => [...new Set([plain(unit.name), plain(unit.shortName)])].map((name) => ({ name, unit }))),
    ({ name }) => name,
  )
  return (name) => {
    const found = byName.get(plain(name)) ?? []
    return found.length === 1 ? found[0]!.unit : undefined
  }
}
