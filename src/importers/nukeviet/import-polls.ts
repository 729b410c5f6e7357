import { beginImported, findImported, finishImported } from '../../modules/news/index.ts'
import { bringPoll } from '../../modules/polls/index.ts'
import { newId } from '../../shared/ids.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { readPoll } from './poll-content.ts'
import { partsOf, walkStaged } from './staged-rows.ts'

const TABLE = 'voting'

/** Polls with their answers and counts; who voted is not read. */
export async function importPolls({ db, scope, actor, report, dryRun, now }: ImportOptions): Promise<void> {
  for await (const { sourceId, row } of walkStaged(db, scope, TABLE)) {
    const answers = await partsOf(db, scope, `${TABLE}_rows`, sourceId)
    if ((await findImported(db, scope, TABLE, sourceId))?.isFinished) {
      report.count(TABLE, 'already')
      continue
    }
    const at = now()
    const read = readPoll(row, answers, at)
    if (typeof read === 'string') {
      report.refuse(TABLE, sourceId, read)
      continue
    }
    const { notes, ...poll } = read
    if (!dryRun)
      await db.transaction().execute(async (trx) => {
        const id = newId()
        await beginImported(trx, scope, { table: TABLE, sourceId, matter: { type: 'poll', id }, alias: null }, at)
        await bringPoll(trx, scope, { ...poll, id, from: `${TABLE} ${sourceId}`, by: { personId: actor.personId, at } })
        await finishImported(trx, scope, TABLE, sourceId, at)
      })
    report.count(TABLE, 'brought')
    for (const { code, what } of notes) report.note(TABLE, sourceId, code, what)
  }
}
