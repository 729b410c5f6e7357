import './notices.table.ts'

export type { NoticeSource, NoticeState } from './notice.ts'
export { noticeJobs } from './notice-jobs.ts'
export { noticePersonalData } from './personal-data.ts'
export { findNoticeLang, type NewNotice, queueNotice } from './queue-notice.ts'
export { type NoticeRouteOptions, noticeRoutes } from './routes.tsx'
export { text as noticesText } from './text.ts'
