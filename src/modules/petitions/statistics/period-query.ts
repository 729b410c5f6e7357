import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { labels } from './labels.ts'
import { type Period, periodOf } from './period.ts'

/** Years before this one hold no petitions of any office that uses this. */
const FIRST_YEAR = '2010'

/**
 * The period that an address names; without one, the ordinary one. Whatever else the address carries is left alone.
 * @throws InvalidInput when it names no period, or one that has not begun
 */
export function periodFrom(query: unknown, today: CivilDate, ordinary: string): Period {
  const asked = (query as { ky?: unknown } | undefined)?.ky
  const isKnown = (name: string) => {
    const period = periodOf(name)
    return period !== null && period.from <= today && period.name >= FIRST_YEAR
  }
  const schema = z.object({
    ky: z.preprocess((value) => (value === '' ? undefined : value), z.string().refine(isKnown).default(ordinary)),
  })
  return periodOf(parseInput(schema, { ky: asked }, labels).ky)!
}
