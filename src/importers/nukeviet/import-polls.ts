import { beginImported, findImported, finishImported } from '../../modules/news/index.ts'
import { bringPoll } from '../../modules/polls/index.ts'
import { newId } from '../../shared/ids.ts'
import type { ImportOptions } from './import-nukeviet.ts'
import { readPoll } from './poll-content.ts'
import { partsOf, walkStaged } from './staged-rows.ts'
import { named } from './tables.ts'

/** Polls with their answers and counts; who voted is not read. */
export async function importPolls({ db, scope, actor, source, report, dryRun, now }: ImportOptions): Promise<void> {
  const table = named(source, 'voting')
  for await (const { sourceId, row } of walkStaged(db, scope, table)) {
    const answers = await partsOf(db, scope, named(source, 'voting_rows'), sourceId)
    if ((await findImported(db, scope, table, sourceId))?.isFinished) {
      report.count(table, 'already')
      continue
    }
    const at = now()
    const read = readPoll(row, answers, at)
    if (typeof read === 'string') {
      report.refuse(table, sourceId, read)
      continue
    }
    const { notes, ...poll } = read
    if (!dryRun)
      await db.transaction().execute(async (trx) => {
        const id = newId()
        await beginImported(trx, scope, { table, sourceId, matter: { type: 'poll', id }, alias: null }, at)
        await bringPoll(trx, scope, { ...poll, id, from: `${table} ${sourceId}`, by: { personId: actor.personId, at } })
        await finishImported(trx, scope, table, sourceId, at)
      })
    report.count(table, 'brought')
    for (const { code, what } of notes) report.note(table, sourceId, code, what)
  }
}
