import { defineLifecycle } from '../lifecycle/index.ts'
import type { DocumentStatus } from './document.ts'

export const documentActs = ['edit', 'setText', 'link', 'publish', 'withdraw', 'discard'] as const
export type DocumentAct = (typeof documentActs)[number]

/** `keeper`: an editor or the chairman, who keep the papers of the office. */
export type DocumentRole = 'keeper'

/** The whole truth of what may happen to a document. A published one goes on taking new editions of its text: what was before stays. */
export const lifecycle = defineLifecycle<DocumentStatus, DocumentAct, DocumentRole, never>('draft', {
  draft: {
    edit: { to: 'same', by: ['keeper'] },
    setText: { to: 'same', by: ['keeper'], needs: ['text'] },
    link: { to: 'same', by: ['keeper'] },
    publish: { to: 'published', by: ['keeper'] },
    discard: { to: 'discarded', by: ['keeper'] },
  },
  published: {
    edit: { to: 'same', by: ['keeper'], needs: ['reason'] },
    setText: { to: 'same', by: ['keeper'], needs: ['text', 'reason'] },
    link: { to: 'same', by: ['keeper'] },
    withdraw: { to: 'withdrawn', by: ['keeper'], needs: ['reason'] },
  },
  withdrawn: {
    publish: { to: 'published', by: ['keeper'] },
  },
  discarded: {},
})
