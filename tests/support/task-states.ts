import { listStaff } from '../../src/modules/accounts/index.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from './programme-rows.ts'
import type { Site } from './site.ts'
import type { State } from './site-states.ts'

/** Items at the officers' desks in every step, their lists, and the import of a draft. */
export async function taskStates({ db }: Site): Promise<State[]> {
  const staff = await listStaff(db, { authorityId: 1 })
  const [nam, dung] = ['nam', 'dung'].map((name) => staff.find(({ username }) => username === name)!)
  const document = await aDocumentRow(db, ['Trồng cây dọc các tuyến đường làng, mỗi khu phố ít nhất 20 cây.'])
  const plan = await aProgrammeRow(db, { documentId: document.id })
  const programme = await aProgrammeRow(db, {
    planId: plan.id,
    unitId: nam!.unitId,
    title: 'Chương trình hành động thực hiện công tác dân vận',
  })
  const draft = await aProgrammeRow(db, { status: 'draft', publishedOn: null, title: 'Kế hoạch đang soạn' })
  const mine = { unitId: nam!.unitId, personId: nam!.personId }
  const items = await taskRows(db, programme, [
    { ...mine, status: 'planned', title: 'Trồng cây ở khu phố 1', dueOn: '2026-11-10', lateFrom: '2026-11-11' },
    {
      ...mine,
      status: 'inProgress',
      title: 'Trồng cây ở khu phố 2',
      target: '20',
      unitOfMeasure: 'cây',
      indicator: 'Số cây',
      documentId: document.id,
      anchorId: document.anchorIds[0]!,
      evidence: 1,
    },
    { ...mine, status: 'reported', title: 'Trồng cây ở khu phố 3', reportedBy: dung!.personId, saidDone: 2, saidNot: 3 },
    { ...mine, status: 'done', title: 'Trồng cây ở khu phố 4' },
    { ...mine, status: 'cancelled', title: 'Trồng cây ở khu phố 5' },
  ])
  const [drafted] = await taskRows(db, draft, [{ status: 'draft', unitId: nam!.unitId, title: 'Việc đang soạn' }])
  const at = (i: number) => `/lam-viec/nhiem-vu/${items[i]!.code}`
  const of = (as: string, ...list: Omit<State, 'as'>[]) => list.map((state) => ({ as, ...state }))
  return [
    ...of(
      'nam',
      { path: '/lam-viec/viec-cua-toi' },
      { path: '/lam-viec/viec-cua-toi?xem=done' },
      ...items.map((_, i) => ({ path: at(i) })),
      {
        path: at(0),
        name: 'a note refused',
        status: 422,
        make: async (page) => {
          await page.locator('form[action$="/note"] button').click()
          await page.locator('[data-error-summary]').waitFor()
        },
      },
    ),
    ...of(
      'dung',
      { path: '/lam-viec/viec-cua-co-quan' },
      { path: at(1), name: 'at the head’s' },
      { path: at(2), name: 'reported by oneself' },
    ),
    ...of(
      'lam',
      { path: '/lam-viec/viec-cua-co-quan' },
      { path: `/lam-viec/viec-cua-co-quan?don-vi=${nam!.unitId}&xem=late` },
      { path: at(3), name: 'at the chairman’s' },
    ),
    ...of('tuyet', { path: `/lam-viec/chuong-trinh/${draft.slug}/nhap-bang` }, { path: `/lam-viec/nhiem-vu/${drafted!.code}` }),
  ]
}
