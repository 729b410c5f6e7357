import type { ActDefinition } from '../../lifecycle/index.ts'
import type { PollAct } from '../lifecycle.ts'
import type { Poll } from '../poll.ts'
import { close } from './close.ts'
import { discard } from './discard.ts'
import { edit } from './edit.ts'
import { open } from './open.ts'
import { schedule } from './schedule.ts'
import { withdraw } from './withdraw.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<PollAct, ActDefinition<Poll>>> = { edit, schedule, open, close, withdraw, discard }
