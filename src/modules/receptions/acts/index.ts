import { correct } from './correct.ts'
import { erase } from './erase.ts'

/** Every act of the reception book; what each may do is in `lifecycle.ts`. */
export const acts = { correct, erase } as const
