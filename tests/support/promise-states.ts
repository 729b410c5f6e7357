import { listUnits } from '../../src/modules/accounts/index.ts'
import { appendEntry } from '../../src/modules/history/index.ts'
import { taskMatter } from '../../src/modules/programmes/task.ts'
import { newId } from '../../src/shared/ids.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from './programme-rows.ts'
import { type Site, SUNDAY } from './site.ts'

const scope = { authorityId: 1 }

/** A plan with its paper, agencies and items in many states; gives the addresses of its pages. */
export async function aPlanOnSite(site: Pick<Site, 'db'>) {
  const { db } = site
  const units = (await listUnits(db, scope)).slice(0, 6)
  const unit = (i: number) => units[i % units.length]!.id
  const sentences = [
    'Nâng cao nhận thức của cán bộ, đảng viên về công tác dân vận trong tình hình mới.',
    'Trồng 12,5 km cây dọc đường làng trước ngày 31/12/2026.',
    'Sửa chữa hệ thống thoát nước khu phố 3, hoàn thành trong quý II/2026.',
    'Chợ'.repeat(120),
    ...Array.from({ length: 60 }, (_, i) => `Các phường, xã tổ chức đối thoại với Nhân dân, lần thứ ${i + 1} trong năm.`),
  ]
  const document = await aDocumentRow(db, sentences)
  const plan = await aProgrammeRow(db, { documentId: document.id, title: 'Kế hoạch thực hiện Nghị quyết về công tác dân vận năm 2026' })
  const goalId = newId()
  const from = (i: number) => ({ documentId: document.id, anchorId: document.anchorIds[i]! })
  const tasks = await taskRows(db, plan, [
    { id: goalId, kind: 'objective', title: 'Nâng cao nhận thức của cán bộ, đảng viên về công tác dân vận', ...from(0) },
    {
      kind: 'target',
      title: 'Trồng cây dọc đường làng',
      unitId: unit(0),
      goalId,
      status: 'inProgress',
      dueOn: '2026-11-17',
      lateFrom: '2026-11-18',
      dueWords: 'trước ngày 31/12/2026',
      indicator: 'Chiều dài đường có cây',
      unitOfMeasure: 'km',
      target: '12.5',
      reached: '5',
      details: 'Chọn giống cây của địa phương.\n\nGiao từng đoạn cho khu phố chăm sóc.',
      ...from(1),
    },
    {
      title: 'Sửa hệ thống thoát nước khu phố 3',
      unitId: unit(1),
      goalId,
      status: 'done',
      saidNot: 2,
      saidPartly: 1,
      saidDone: 1,
      ...from(2),
    },
    { title: 'Thưa'.repeat(60), leadWords: 'Ủy ban'.repeat(30), status: 'reported', dueWords: 'thường xuyên', every: 'always', ...from(3) },
    { title: 'Việc đã thôi', unitId: unit(2), status: 'cancelled' },
    { title: 'Đối thoại với Nhân dân', unitId: unit(3), status: 'done', saidDone: 3, ...from(4) },
    ...Array.from({ length: 40 }, (_, i) => ({
      title: `Tổ chức đối thoại ở khu phố ${i + 1}`,
      unitId: unit(i),
      dueOn: '2026-12-30' as const,
      lateFrom: '2026-12-31' as const,
      ...(i < 20 ? from(i + 5) : {}),
    })),
  ])
  const [, main, done] = tasks
  for (const [i, { id }] of units.entries()) {
    const out = i % 3 !== 2
    const agency = await aProgrammeRow(db, {
      planId: plan.id,
      unitId: id,
      title: `Chương trình hành động của cơ quan ${i + 1}`,
      dueOn: '2026-02-06',
      ...(out ? {} : { status: 'draft' as const, publishedOn: null }),
    })
    if (out) await taskRows(db, agency, [{ title: `Ươm cây giống, đợt ${i + 1}`, carriesId: main!.id }])
  }
  const by = { role: 'chairman', personId: null, at: SUNDAY }
  await db.transaction().execute(async (trx) => {
    const reason = 'Mưa lớn kéo dài, đất chưa khô.'
    const facts = { fromOn: '2026-06-30', toOn: '2026-11-17' }
    await appendEntry(trx, scope, taskMatter(main!), { type: 'task.started', audience: 'public' }, by)
    await appendEntry(trx, scope, taskMatter(main!), { type: 'task.dueMoved', audience: 'public', facts, words: { reason } }, by)
  })
  const note = { authority_id: 1, task_id: main!.id, at: SUNDAY, person_id: 'x', words: 'Đã trồng xong đoạn qua khu phố 2.', reached: '5' }
  await db
    .insertInto('programme_notes')
    .values({ ...note, id: newId(), audience: 'public' })
    .execute()
  const ended = await aProgrammeRow(db, { title: 'Kế hoạch năm 2025', status: 'ended', publishedOn: '2025-02-09', endedOn: '2025-12-31' })
  return {
    plan,
    document,
    main: main!,
    long: tasks[3]!,
    done: done!,
    paths: [
      '/loi-hua',
      `/loi-hua/${plan.slug}`,
      `/loi-hua/${plan.slug}?xem=tre&loai=target`,
      `/loi-hua/${ended.slug}`,
      `/loi-hua/${plan.slug}/doi-chieu`,
      `/loi-hua/${plan.slug}/doi-chieu?xem=viec-chua-co-bang-chung`,
      `/loi-hua/${ended.slug}/doi-chieu`,
      `/loi-hua/co-quan/${unit(0)}`,
      ...tasks.slice(0, 5).map(({ code }) => `/loi-hua/viec/${code}`),
    ],
  }
}
