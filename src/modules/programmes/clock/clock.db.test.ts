import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { newId } from '../../../shared/ids.ts'
import { listStaff, setWorkEmail } from '../../accounts/index.ts'
import { changeCalendar } from '../../clocks/index.ts'
import { listHistory } from '../../history/index.ts'
import { compareCounts, createSums } from '../../tallies/index.ts'
import { programmesOf } from '../programme-repository.ts'
import { taskCountNames, taskCounts } from '../rules.ts'
import { taskMatter } from '../task.ts'
import { findTask, listAnchors, listPartners, setPartners, tasksOf } from '../task-repository.ts'
import { makeInstances } from './make-instances.ts'
import { recomputeDueDays } from './recompute-due-days.ts'
import { remindOfDueDays } from './remind.ts'

const scope = { authorityId: 1 }
const { db } = await testApp({ now: () => new Date('2026-11-20T09:00:00+07:00') })
const staff = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
const [mai, thao, lam] = [staff.get('mai')!, staff.get('thao')!, staff.get('lam')!]
const unitId = thao.unitId!
const at = (day: string) => ({
  db,
  now: () => new Date(`${day}T08:00:00+07:00`),
  dropPages: () => undefined,
  publicUrl: 'https://phuoclong.example.vn',
})

beforeEach(async () => {
  await sql`truncate programme_reminders, programme_partner_told, programme_reports, programme_task_partners, programme_task_anchors, programme_evidence,
    programme_tasks, programmes, tallies, outbox cascade`.execute(db)
  for (const { personId, username } of [mai, thao, lam])
    await db.transaction().execute((trx) => setWorkEmail(trx, scope, personId, `${username}@vidu.vn`))
})

/** Kept counts of items that differ from the rows. */
async function wrongCounts() {
  const programmes = new Map((await programmesOf(db, scope).execute()).map((one) => [one.id, one]))
  const truth = createSums()
  for (const task of await tasksOf(db, scope).execute()) truth.add(taskCounts(task, programmes.get(task.programmeId)!))
  return compareCounts(db, scope, taskCountNames, truth)
}

describe('a change of the calendar', () => {
  const news = { since: '2026-12-04', notice: '7/TB', actorId: 'khanh' } as const

  test('moves from which day open items are late, with an entry and the counts, and nothing else; a second run moves nothing', async () => {
    const programme = await aProgrammeRow(db)
    const due = { dueOn: '2026-12-04', lateFrom: '2026-12-05', unitId } as const
    const [open, done, other, without] = await taskRows(db, programme, [
      due,
      { ...due, status: 'done' },
      { dueOn: '2026-12-10', lateFrom: '2026-12-11' },
      {},
    ])
    await db
      .transaction()
      .execute((trx) =>
        changeCalendar(
          trx,
          scope,
          { personId: 'khanh' },
          { notice: { number: '7/TB', on: null }, set: [{ date: '2026-12-04', kind: 'off', name: 'Nghỉ' }] },
        ),
      )
    expect(await recomputeDueDays(at('2026-11-20'), scope, news)).toBe(1)
    expect(await findTask(db, scope, open!.id)).toMatchObject({ dueOn: '2026-12-04', lateFrom: '2026-12-08', version: 2 })
    for (const task of [done, other, without]) expect(await findTask(db, scope, task!.id)).toEqual(task)
    expect((await listHistory(db, scope, taskMatter(open!), ['public'])).at(-1)).toMatchObject({
      type: 'task.recomputed',
      facts: { dueOn: '2026-12-04', oldLateFrom: '2026-12-05', newLateFrom: '2026-12-08', notice: '7/TB' },
    })
    expect(await wrongCounts()).toEqual([])
    expect(await recomputeDueDays(at('2026-11-20'), scope, news)).toBe(0)
    expect(await listHistory(db, scope, taskMatter(open!), ['public'])).toHaveLength(1)
  })

  test('broken off in the middle of six hundred it goes on where it stopped', async () => {
    const programme = await aProgrammeRow(db)
    await taskRows(
      db,
      programme,
      Array.from({ length: 600 }, () => ({ dueOn: '2026-12-04', lateFrom: '2026-12-05', unitId }) as const),
    )
    let batches = 0
    const dies = () => {
      if (++batches === 2) throw new Error('killed')
    }
    await expect(recomputeDueDays({ ...at('2026-11-20'), dropPages: dies }, scope, news)).rejects.toThrow('killed')
    expect(await recomputeDueDays(at('2026-11-20'), scope, news)).toBe(100)
    const { rows } = await sql<{ n: number; once: boolean }>`select count(*)::int as n, max(version) = 2 as once from programme_tasks
      where late_from = '2026-12-08'`.execute(db)
    expect(rows).toEqual([{ n: 600, once: true }])
    expect(await wrongCounts()).toEqual([])
  })
})

describe('rounds of what recurs', () => {
  test('carry title, owner, partners, weight and sentences; twice, and by two workers at once, makes none twice', async () => {
    const document = await aDocumentRow(db, ['Hằng tháng, các phường báo cáo kết quả đối thoại.'])
    const programme = await aProgrammeRow(db, { documentId: document.id, publishedOn: '2026-10-05', startsOn: '2026-10-05', unitId })
    const [series] = await taskRows(db, programme, [
      {
        title: 'Báo cáo kết quả đối thoại',
        every: 'month',
        weight: 7,
        unitId,
        personId: mai.personId,
        dueOn: '2026-10-25',
        lateFrom: '2026-10-27',
        anchorId: document.anchorIds[0]!,
        documentId: document.id,
      },
    ])
    const partner = staff.get('nam')!.unitId!
    await db.transaction().execute((trx) =>
      setPartners(trx, scope, series!.id, [
        { unitId: partner, words: null },
        { unitId: null, words: 'Mặt trận' },
      ]),
    )
    const made = await Promise.all([makeInstances(at('2026-11-20'), scope), makeInstances(at('2026-11-20'), scope)])
    expect(made[0]! + made[1]!).toBe(3)
    const rounds = await tasksOf(db, scope).where('series_id', '=', series!.id).orderBy('period').execute()
    expect(rounds.map(({ period, dueOn, lateFrom }) => [period, dueOn, lateFrom])).toEqual([
      ['2026-M10', '2026-10-25', '2026-10-27'],
      ['2026-M11', '2026-11-25', '2026-11-26'],
      ['2026-M12', '2026-12-25', '2026-12-26'],
    ])
    for (const round of rounds) {
      expect(round).toMatchObject({
        title: 'Báo cáo kết quả đối thoại',
        kind: 'task',
        status: 'planned',
        every: null,
        weight: 7,
        unitId,
        personId: mai.personId,
        code: expect.stringMatching(/^PL-NV-2026-\d{5}$/),
      })
      expect((await listPartners(db, scope, [round.id])).map(({ unitId: id, words }) => id ?? words)).toEqual([partner, 'Mặt trận'])
      expect((await listAnchors(db, scope, [round.id])).map(({ anchorId }) => anchorId)).toEqual(document.anchorIds)
      expect(await listHistory(db, scope, taskMatter(round), ['public'])).toMatchObject([
        { type: 'task.roundMade', actorRole: 'clock', facts: { series: series!.code, period: round.period, dueOn: round.dueOn } },
      ])
    }
    expect(rounds.map(({ place }) => place)).toEqual([2, 3, 4])
    expect(await findTask(db, scope, series!.id)).toMatchObject({ lateFrom: null, every: 'month' })
    expect(await wrongCounts()).toEqual([])
    expect(await makeInstances(at('2026-11-20'), scope)).toBe(0)
  })

  test('after ten weeks without the job every round is there; a broken night leaves the others', async () => {
    const programme = await aProgrammeRow(db, { publishedOn: '2026-02-09' })
    await taskRows(db, programme, [{ every: 'month' }, { every: 'quarter' }, { every: 'always' }, { every: 'month', kind: 'objective' }])
    let touched = 0
    const dies = () => {
      if (++touched === 2) throw new Error('killed')
    }
    await expect(makeInstances({ ...at('2026-03-01'), dropPages: dies }, scope)).rejects.toThrow('killed')
    await makeInstances(at('2026-03-01'), scope)
    await makeInstances(at('2026-05-12'), scope)
    const rounds = await tasksOf(db, scope).where('series_id', 'is not', null).execute()
    expect(rounds.map(({ period }) => period).toSorted()).toEqual(
      ['2026', '2026-M02', '2026-M03', '2026-M04', '2026-M05', '2026-M06', '2026-Q1', '2026-Q2', '2026-Q3'].toSorted(),
    )
    expect(await wrongCounts()).toEqual([])
  })

  test.each(['draft', 'ended'] as const)('a programme that is %s makes none; neither does a cancelled item', async (status) => {
    const off = await aProgrammeRow(db, { status })
    await taskRows(db, off, [{ every: 'month', status: 'planned' }])
    const out = await aProgrammeRow(db)
    await taskRows(db, out, [{ every: 'month', status: 'cancelled' }])
    expect(await makeInstances(at('2026-11-20'), scope)).toBe(0)
  })
})

describe('the morning mail', () => {
  const mails = () => db.selectFrom('outbox').select(['to_address as to', 'subject', 'body', 'kind', 'manner']).orderBy('id').execute()
  const toWhom = async () => (await mails()).map(({ to }) => to!.split('@')[0]).toSorted()

  test('one mail a person, with sections, once a stage, at two workers and twice a morning alike', async () => {
    const programme = await aProgrammeRow(db, { unitId })
    const own = { unitId, personId: mai.personId }
    const [late] = await taskRows(db, programme, [
      { ...own, dueOn: '2026-11-05', lateFrom: '2026-11-06' },
      { ...own, dueOn: '2026-11-25', lateFrom: '2026-11-26' },
      { ...own, dueOn: '2026-12-30', lateFrom: '2026-12-31' },
    ])
    await Promise.all([remindOfDueDays(at('2026-11-20'), scope), remindOfDueDays(at('2026-11-20'), scope)])
    expect(await toWhom()).toEqual(['lam', 'mai', 'thao'])
    const toMai = (await mails()).find(({ to }) => to === 'mai@vidu.vn')!
    expect(toMai).toMatchObject({ kind: 'person.programmeReminder', manner: 'work', subject: expect.stringContaining('2 mục') })
    expect(toMai.body).toContain('ĐÃ QUÁ HẠN: 1 việc')
    expect(toMai.body).toContain('SẮP ĐẾN HẠN: 1 việc')
    expect(toMai.body).toContain(`https://phuoclong.example.vn/lam-viec/nhiem-vu/${late!.code}`)
    expect(await remindOfDueDays(at('2026-11-20'), scope)).toBe(0)
    // Monday: nothing has come to a new stage but the item that is due on Wednesday (Tuesday is off).
    expect(await remindOfDueDays(at('2026-11-23'), scope)).toBe(1)
    expect((await mails()).at(-1)!.body).not.toContain(late!.code)
  })

  test('a morning on which nothing ran is made up for; a day off sends nothing', async () => {
    const programme = await aProgrammeRow(db, { unitId })
    await taskRows(db, programme, [{ unitId, personId: mai.personId, dueOn: '2026-11-27', lateFrom: '2026-11-28' }])
    expect(await remindOfDueDays(at('2026-11-21'), scope)).toBe(0)
    expect(await remindOfDueDays(at('2026-11-24'), scope)).toBe(0)
    expect(await remindOfDueDays(at('2026-11-25'), scope)).toBe(1)
    expect(await remindOfDueDays(at('2026-11-26'), scope)).toBe(1)
  })

  test('who turned off what is due later hears of what is late alone; who has no address is told when there is one', async () => {
    const programme = await aProgrammeRow(db, { unitId })
    await taskRows(db, programme, [{ unitId, personId: mai.personId, dueOn: '2026-11-27', lateFrom: '2026-11-28' }])
    await db.updateTable('staff').set({ remind_before_due: false }).where('person_id', '=', mai.personId).execute()
    expect(await remindOfDueDays(at('2026-11-26'), scope)).toBe(0)
    await db.updateTable('staff').set({ remind_before_due: true, email: null }).where('person_id', '=', mai.personId).execute()
    expect(await remindOfDueDays(at('2026-11-26'), scope)).toBe(0)
    await db.transaction().execute((trx) => setWorkEmail(trx, scope, mai.personId, 'mai@vidu.vn'))
    expect(await remindOfDueDays(at('2026-11-26'), scope)).toBe(1)
  })

  test('a partner is told of a new item, and of a day that moved, once each', async () => {
    const programme = await aProgrammeRow(db)
    const [task] = await taskRows(db, programme, [{ unitId: staff.get('nam')!.unitId, dueOn: '2027-01-15', lateFrom: '2027-01-16' }])
    await db.transaction().execute((trx) => setPartners(trx, scope, task!.id, [{ unitId, words: null }]))
    expect(await remindOfDueDays(at('2026-11-20'), scope)).toBe(1)
    expect((await mails()).at(-1)).toMatchObject({ to: 'thao@vidu.vn', body: expect.stringContaining('việc mới, hạn Thứ sáu, 15/01/2027') })
    expect(await remindOfDueDays(at('2026-11-23'), scope)).toBe(0)
    await db.updateTable('programme_tasks').set({ due_on: '2027-02-26', late_from: '2027-02-27' }).where('id', '=', task!.id).execute()
    expect(await remindOfDueDays(at('2026-11-25'), scope)).toBe(1)
    expect((await mails()).at(-1)!.body).toContain('đổi hạn: từ Thứ sáu, 15/01/2027 thành Thứ sáu, 26/02/2027')
  })

  test('of an agency without its programme head and chairman are told; of a draft’s or ended plan’s items nobody', async () => {
    const plan = await aProgrammeRow(db)
    await aProgrammeRow(db, {
      planId: plan.id,
      unitId,
      status: 'draft',
      publishedOn: null,
      dueOn: '2026-11-18',
      title: 'Chương trình của phường',
    })
    const ended = await aProgrammeRow(db, { status: 'ended' })
    await taskRows(db, ended, [{ unitId, personId: mai.personId, dueOn: '2026-11-05', lateFrom: '2026-11-06' }])
    expect(await remindOfDueDays(at('2026-11-20'), scope)).toBe(2)
    expect(await toWhom()).toEqual(['lam', 'thao'])
    expect((await mails())[0]!.body).toContain('Chương trình hành động chưa ban hành: Chương trình của phường')
  })

  test('what fails while it is queued is told the next time', async () => {
    const programme = await aProgrammeRow(db, { unitId })
    await taskRows(db, programme, [{ unitId, personId: mai.personId, dueOn: '2026-11-27', lateFrom: '2026-11-28', id: newId() }])
    await sql`alter table outbox add constraint no_mail check (kind <> 'person.programmeReminder') not valid`.execute(db)
    await expect(remindOfDueDays(at('2026-11-26'), scope)).rejects.toThrow('no_mail')
    await sql`alter table outbox drop constraint no_mail`.execute(db)
    expect(await remindOfDueDays(at('2026-11-26'), scope)).toBe(1)
  })
})
