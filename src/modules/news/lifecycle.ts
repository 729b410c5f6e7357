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

/** Roles towards one article; `timetable` is the job that publishes at the time that was set. */
export type ArticleRole = 'editor' | 'unitHead' | 'chairman' | 'auditor' | 'timetable'

/** The whole truth of what may happen to an article. */
export const lifecycle = defineLifecycle<ArticleStatus, ArticleAct, ArticleRole, never>('draft', {
  draft: {
    save: { to: 'same', by: ['editor'], needs: ['edition', 'title', 'body'] },
    submit: { to: 'inReview', by: ['editor'] },
    schedule: { to: 'scheduled', by: ['editor', 'chairman'], needs: ['at'] },
    publish: { to: 'published', by: ['editor', 'chairman'] },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  inReview: {
    save: { to: 'same', by: ['editor'], needs: ['edition', 'title', 'body'] },
    returnToDraft: { to: 'draft', by: ['editor', 'unitHead', 'chairman'], needs: ['reason'] },
    schedule: { to: 'scheduled', by: ['editor', 'chairman'], needs: ['at'] },
    publish: { to: 'published', by: ['editor', 'chairman'] },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  scheduled: {
    returnToDraft: { to: 'draft', by: ['editor', 'chairman'], needs: ['reason'] },
    schedule: { to: 'same', by: ['editor', 'chairman'], needs: ['at'] },
    publish: { to: 'published', by: ['editor', 'chairman'] },
    publishDue: { to: 'published', by: ['timetable'] },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  published: {
    revise: { to: 'same', by: ['editor'], needs: ['edition', 'title', 'body', 'reason'] },
    withdraw: { to: 'withdrawn', by: ['editor', 'chairman'], needs: ['reason'] },
    setRatings: { to: 'same', by: ['editor'], needs: ['ratings'] },
  },
  withdrawn: {
    returnToDraft: { to: 'draft', by: ['editor'], needs: ['reason'] },
    republish: { to: 'published', by: ['editor', 'chairman'] },
  },
})
