import { defineLifecycle } from '../lifecycle/index.ts'
import type { ArticleStatus } from './article.ts'

export const articleActs = [
  'save',
  'submit',
  'returnToDraft',
  'schedule',
  'publish',
  'publishDue',
  'revise',
  'withdraw',
  'republish',
  'setRatings',
] as const
export type ArticleAct = (typeof articleActs)[number]

/**
 * Roles towards one article; `timetable` is the job that publishes at the time that was set. Where the office wants four eyes,
 * `writer` saved the newest edition, and `corrector` is whoever would change a text that readers see already.
 */
export type ArticleRole = 'editor' | 'unitHead' | 'chairman' | 'auditor' | 'timetable' | 'writer' | 'corrector'

/** Whoever wrote a text does not show it to readers, where the office wants four eyes. */
const fourEyes = { writer: 'four_eyes_needed' } as const

/** The whole truth of what may happen to an article. */
export const lifecycle = defineLifecycle<ArticleStatus, ArticleAct, ArticleRole, never>('draft', {
  draft: {
    save: { to: 'same', by: ['editor'], needs: ['edition', 'title', 'body'] },
    submit: { to: 'inReview', by: ['editor'] },
    schedule: { to: 'scheduled', by: ['editor', 'chairman'], notBy: fourEyes, needs: ['at'] },
    publish: { to: 'published', by: ['editor', 'chairman'], notBy: fourEyes },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  inReview: {
    save: { to: 'same', by: ['editor'], needs: ['edition', 'title', 'body'] },
    returnToDraft: { to: 'draft', by: ['editor', 'unitHead', 'chairman'], needs: ['reason'] },
    schedule: { to: 'scheduled', by: ['editor', 'chairman'], notBy: fourEyes, needs: ['at'] },
    publish: { to: 'published', by: ['editor', 'chairman'], notBy: fourEyes },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  scheduled: {
    returnToDraft: { to: 'draft', by: ['editor', 'chairman'], needs: ['reason'] },
    schedule: { to: 'same', by: ['editor', 'chairman'], notBy: fourEyes, needs: ['at'] },
    publish: { to: 'published', by: ['editor', 'chairman'], notBy: fourEyes },
    publishDue: { to: 'published', by: ['timetable'] },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  published: {
    revise: { to: 'same', by: ['editor'], notBy: { corrector: 'four_eyes_correction' }, needs: ['edition', 'title', 'body', 'reason'] },
    withdraw: { to: 'withdrawn', by: ['editor', 'chairman'], needs: ['reason'] },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  withdrawn: {
    returnToDraft: { to: 'draft', by: ['editor'], needs: ['reason'] },
    republish: { to: 'published', by: ['editor', 'chairman'], notBy: fourEyes },
  },
})
