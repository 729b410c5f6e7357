import { z } from 'zod'
import type { CivilDate } from '../../shared/civil-date.ts'
import data from './data/erasure-holds.json' with { type: 'json' }

const Hold = z.object({
  id: z.enum(['openCase', 'complaintFile', 'openAppointment']),
  matter: z.string(),
  kinds: z.array(z.string()),
  statuses: z.array(z.string()),
  /** The law that wants the data kept. */
  basis: z.string(),
  /** How sure we are of it: `V2` from a secondary source, `K` known but not read in the text. */
  verification: z.enum(['V', 'V2', 'K']),
  effectiveFrom: z.string().transform((on) => on as CivilDate),
})
/** Why data may not be erased yet (Luật 91/2025, Đ14 k2: not when the law requires keeping it). */
export type Hold = z.output<typeof Hold>

const holds: readonly Hold[] = z.object({ holds: z.array(Hold) }).parse(data).holds

/** Where a matter stands, as far as keeping its data goes. */
export interface Standing {
  type: string
  kind: string
  status: string
}

/** The first ground in force on that day for keeping the data of such a matter; null: it may be erased. */
export function holdOn({ type, kind, status }: Standing, on: CivilDate): Hold | null {
  return (
    holds.find((hold) => hold.matter === type && hold.kinds.includes(kind) && hold.statuses.includes(status) && hold.effectiveFrom <= on) ??
    null
  )
}

/** The law behind a ground, as it stands in the data. */
export function basisOf(id: Hold['id']): string {
  return holds.findLast((hold) => hold.id === id)?.basis ?? id
}
