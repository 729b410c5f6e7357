import type { Tone } from '../../../ui/index.ts'
import type { NoticeState } from '../notice.ts'

export const tones: Record<NoticeState, Tone> = {
  queued: 'neutral',
  gathered: 'neutral',
  sent: 'ok',
  digested: 'ok',
  failed: 'late',
  kept: 'soon',
  silenced: 'neutral',
}
