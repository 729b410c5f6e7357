import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { type DataRequest, type MatterType, matterTypes } from './data-request.ts'
import type { Sources } from './source.ts'

/** Everything that an account filed while signed in, in one order for whoever locks it all. */
export async function mattersOfAccount(db: Db, scope: Scope, { of }: Pick<Sources, 'of'>, accountId: string) {
  const matters: { type: MatterType; id: string; code: string }[] = []
  for (const type of matterTypes)
    matters.push(...(await of[type].listOfAccount(db, scope, accountId)).map(({ id, code }) => ({ type, id, code })))
  return matters
}

/** Rendered pages that show something of what a request is about. */
export async function tagsOf(db: Db, scope: Scope, sources: Sources, { subjectType, subjectId }: DataRequest): Promise<string[]> {
  if (subjectType !== 'account') return [...sources.of[subjectType].tags(subjectId)]
  const matters = await mattersOfAccount(db, scope, sources, subjectId)
  return [...new Set([...sources.account.tags, ...matters.flatMap(({ type, id }) => sources.of[type].tags(id))])]
}
