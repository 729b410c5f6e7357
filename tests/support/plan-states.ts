import { listUnits } from '../../src/modules/accounts/index.ts'
import type { Proposal } from '../../src/modules/programmes/proposals/proposal.ts'
import { insertProposals } from '../../src/modules/programmes/proposals/proposal-repository.ts'
import { newId } from '../../src/shared/ids.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from './programme-rows.ts'
import { type Site, SUNDAY } from './site.ts'
import type { State } from './site-states.ts'

/** Papers, plans at the office's desk, their reports, calendars and tags. */
export async function planStates({ db }: Pick<Site, 'db'>): Promise<State[]> {
  const [unit] = await listUnits(db, { authorityId: 1 })
  const document = await aDocumentRow(db, ['Trồng cây dọc đường làng trước ngày 31/12/2026.', 'Chợ'.repeat(120)], 'van-ban-hai-ban')
  await db
    .insertInto('document_editions')
    .values({
      authority_id: 1,
      document_id: document.id,
      edition: 2,
      source: 'Trồng cây dọc đường làng.',
      made_at: SUNDAY,
      made_by: 'test',
    })
    .execute()
  const passage = { path: 'I/1', kind: 'sentence' as const, text: 'Trồng cây dọc đường làng.' }
  await db
    .insertInto('document_passages')
    .values({ authority_id: 1, document_id: document.id, edition: 2, place: 1, anchor_id: document.anchorIds[0]!, ...passage })
    .execute()
  await db.updateTable('documents').set({ edition: 2 }).where('id', '=', document.id).execute()
  const draft = await aProgrammeRow(db, {
    status: 'draft',
    publishedOn: null,
    documentId: document.id,
    title: 'Kế hoạch '.repeat(20).trim(),
  })
  await db.transaction().execute((trx) =>
    insertProposals(
      trx,
      { authorityId: 1 },
      draft.id,
      Array.from({ length: 60 }, (_, i) => proposalAt(i + 1)),
    ),
  )
  const [item] = await taskRows(db, draft, [{ status: 'draft', title: 'Thưa'.repeat(60) }])
  const plan = await aProgrammeRow(db, { documentId: document.id, title: 'Kế hoạch có báo cáo' })
  const programme = await aProgrammeRow(db, { planId: plan.id, unitId: unit!.id, title: 'Chương trình có báo cáo' })
  // Several items of one sentence: their codes stand in a row behind it.
  const ofSentence = Array.from({ length: 5 }, () => ({ documentId: document.id, anchorId: document.anchorIds[0]! }))
  await taskRows(db, plan, [{ title: 'Thưa'.repeat(60), startsOn: '2026-03-01', dueOn: '2026-11-30', unitId: unit!.id }, ...ofSentence])
  await taskRows(db, programme, [{ title: 'Đối thoại với Nhân dân', status: 'inProgress', dueOn: '2026-11-24', unitId: unit!.id }])
  await db
    .insertInto('programme_reports')
    .values({
      authority_id: 1,
      id: newId(),
      code: 'PL-BC-2026-90001',
      plan_id: plan.id,
      programme_id: programme.id,
      unit_id: unit!.id,
      every: 'quarter',
      period: '2026-Q4',
      from_on: '2026-10-01',
      to_on: '2026-12-31',
      due_on: '2026-12-20',
      late_from: '2026-12-22',
      status: 'requested',
      version: 1,
      result: 'ngậpnướcmưa'.repeat(100),
      obstacles: null,
      proposals: null,
      data: null,
      requested_on: '2026-11-20',
      submitted_on: null,
      submitted_by: null,
      accepted_on: null,
      updated_at: SUNDAY,
    })
    .execute()
  const tag = await db.selectFrom('article_tags').select('slug').orderBy('slug').executeTakeFirstOrThrow()
  const office = '/lam-viec/chuong-trinh'
  const papers = '/lam-viec/van-ban'
  const of = (as: string | null, ...list: Omit<State, 'as'>[]): State[] => list.map((state) => ({ as, ...state }))
  return [
    ...of(
      null,
      { path: '/van-ban' },
      { path: `/van-ban/${document.slug}` },
      { path: `/van-ban/${document.slug}?ban=1`, name: 'an older edition' },
      { path: `/loi-hua/${plan.slug}/bao-cao` },
    ),
    ...of(
      'tuyet',
      { path: papers },
      { path: `${papers}/moi` },
      { path: `${papers}/${document.slug}` },
      { path: `${papers}/${document.slug}/ban/2` },
      { path: office },
      { path: `${office}/moi` },
      { path: `${office}/${draft.slug}` },
      { path: `${office}/${draft.slug}/doc-ke-hoach` },
      { path: `${office}/${draft.slug}/doc-ke-hoach?xem=unread&tu=1`, name: 'what was not understood' },
      { path: `${office}/${draft.slug}/viec/${item!.code}` },
      { path: `${office}/${plan.slug}` },
      { path: `${office}/${plan.slug}/tien-do` },
      { path: `${office}/${plan.slug}/bao-cao` },
      { path: `/lam-viec/tin-bai/the/${tag.slug}` },
    ),
    ...of('lam', { path: office }, { path: `${office}/${plan.slug}/bao-cao` }, { path: '/lam-viec/bao-cao/PL-BC-2026-90001' }),
    ...of(
      'nam',
      { path: '/lam-viec/viec-cua-toi/lich' },
      { path: '/lam-viec/viec-cua-toi/lich?thang=2026-12' },
      { path: `${office}/${programme.slug}` },
      { path: `${office}/${draft.slug}/doc-ke-hoach` },
    ),
  ]
}

const proposalAt = (place: number): Proposal => ({
  place,
  kind: 'task',
  title: `Việc thứ ${place} ${'Thưa'.repeat(20)}`,
  lead: place % 2 === 0 ? 'Phòng Y tế' : null,
  partners: null,
  dueWords: null,
  dueOn: null,
  every: null,
  path: `I/${place}`,
  sentence: `Việc thứ ${place} ${'Thưa'.repeat(20)}`,
  anchorId: null,
  sure: place % 3 === 0 ? null : place % 3 === 1 ? 0.9 : 0.6,
  because: place % 3 === 0 ? 'too-short' : null,
  ticked: place % 3 !== 0,
  joined: place % 10 === 5,
  takenOn: null,
})
