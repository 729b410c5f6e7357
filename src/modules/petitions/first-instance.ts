import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import type { Outcome } from './petition.ts'
import './petitions.table.ts'

/** How a complaint was settled the first time: goes with the appeal to the authority above. */
export interface FirstInstance {
  code: string
  authority: string
  subject: string
  body: string
  answeredOn: CivilDate | null
  outcome: Outcome | null
  answer: string | null
}

/** The case that this one appeals from; null when it is no appeal. It may lie with another authority of this installation. */
export async function findFirstInstance(db: Db, scope: Scope, petitionId: string): Promise<FirstInstance | null> {
  const row = await db
    .selectFrom('petitions as appeal')
    .innerJoin('petitions as first', (join) =>
      join.onRef('first.id', '=', 'appeal.appeal_of').onRef('first.authority_id', '=', 'appeal.appeal_of_authority'),
    )
    .leftJoin('petition_answers as answers', (join) =>
      join
        .onRef('answers.authority_id', '=', 'first.authority_id')
        .onRef('answers.petition_id', '=', 'first.id')
        .on('answers.state', '=', 'issued'),
    )
    .select([
      'first.code',
      'first.authority_id as authorityId',
      'first.subject',
      'first.body',
      'first.answered_on as answeredOn',
      'first.outcome',
      'answers.text as answer',
    ])
    .where('appeal.authority_id', '=', scope.authorityId)
    .where('appeal.id', '=', petitionId)
    .executeTakeFirst()
  if (!row) return null
  const { authorityId, ...first } = row
  const authority = (await listAuthorities(db)).find(({ id }) => id === authorityId)
  return { ...first, authority: authority?.name ?? '' }
}
