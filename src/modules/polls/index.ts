import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import type { PollOptions } from './feature.ts'
import { officeRoutes } from './office-routes.tsx'
import { openDataRoutes } from './open-data.ts'
import { publicRoutes } from './public-routes.tsx'
import './polls.table.ts'

/** Polls: voting, results, the editor's desk, the API and the open data. */
export const pollRoutes: FastifyPluginAsync<PollOptions> = async (app, options) => {
  for (const routes of [apiRoutes, openDataRoutes, publicRoutes, officeRoutes]) await routes(app, options)
}

export { type BroughtPoll, bringPoll } from './bring-poll.ts'
export { comparePollCounts } from './compare-counts.ts'
export { currentPoll } from './current-poll.ts'
export { pollsDataset } from './dataset.ts'
export { loadDemoPoll } from './demo.ts'
export { MOVE_JOB, POLLS_TAG } from './feature.ts'
export { forgetVoters, movePolls } from './move-polls.ts'
export { namePublicPolls } from './name-public.ts'
export { PollBlock, type PollOnPage, PollSection } from './pages/poll-block.tsx'
export { pollForms } from './public-forms.ts'
export { text as pollsText } from './text.ts'
