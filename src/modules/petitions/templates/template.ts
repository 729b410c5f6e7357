import type { TemplateWords } from './inputs.ts'

/** A template as its newest version words it. */
export interface Template extends TemplateWords {
  id: string
  /** Null: for all units. */
  unitId: string | null
  version: number
  retiredAt: Date | null
}

export interface TemplateVersion extends TemplateWords {
  version: number
  writtenBy: string
  writtenAt: Date
}
