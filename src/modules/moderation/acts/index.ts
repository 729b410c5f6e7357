import { approve } from './approve.ts'
import { remove } from './remove.ts'
import { resend } from './resend.ts'
import { restore } from './restore.ts'
import { withdraw } from './withdraw.ts'

export const acts = { approve, remove, restore, resend, withdraw }
