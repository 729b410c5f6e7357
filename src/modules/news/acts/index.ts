import type { ActDefinition } from '../../lifecycle/index.ts'
import type { Article } from '../article.ts'
import type { ArticleAct } from '../lifecycle.ts'
import { publish } from './publish.ts'
import { publishDue } from './publish-due.ts'
import { republish } from './republish.ts'
import { returnToDraft } from './return-to-draft.ts'
import { revise } from './revise.ts'
import { save } from './save.ts'
import { schedule } from './schedule.ts'
import { setRatings } from './set-ratings.ts'
import { submit } from './submit.ts'
import { withdraw } from './withdraw.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<ArticleAct, ActDefinition<Article>>> = {
  save,
  submit,
  returnToDraft,
  schedule,
  publish,
  publishDue,
  revise,
  withdraw,
  republish,
  setRatings,
}
