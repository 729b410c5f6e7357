import { aProgrammeRow, taskRows } from './programme-rows.ts'
import type { Site } from './site.ts'
import type { State } from './site-states.ts'

/** What people say of items: the form, its refusal, the thanks, the office's page; with names and words as long as they come. */
export async function verdictStates({ db, app }: Site): Promise<State[]> {
  const plan = await aProgrammeRow(db, { title: 'Kế hoạch của những nhận xét' })
  const [done, running] = await taskRows(db, plan, [
    { status: 'done', title: 'Lát gạch vỉa hè '.repeat(12), reportedOn: '2026-11-01' },
    { status: 'inProgress', title: 'Việc chưa báo xong' },
  ])
  const payload = { said: 'not', words: 'ngậpnướcmưa'.repeat(100), name: 'Nguyễn'.repeat(10) }
  await app.inject({ method: 'POST', url: `/api/v1/tasks/${done!.code}/verdicts`, payload })
  const form = `/loi-hua/viec/${done!.code}/nhan-xet`
  const office = (code: string) => `/lam-viec/nhiem-vu/${code}/nhan-xet`
  return [
    {
      as: null,
      path: form,
      name: 'nothing chosen',
      status: 422,
      make: async (page) => {
        await Promise.all([page.waitForEvent('load'), page.locator('#nhan-xet button').click()])
      },
    },
    { as: null, path: form },
    { as: null, path: `${form}?xong=1` },
    { as: null, path: `/loi-hua/viec/${running!.code}/nhan-xet` },
    { as: 'phuc', path: office(done!.code) },
    { as: 'phuc', path: office(running!.code) },
    { as: 'lam', path: office(done!.code) },
  ]
}
