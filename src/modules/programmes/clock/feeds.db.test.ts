import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { everythingStored } from '../../../../tests/support/rows.ts'
import { listStaff } from '../../accounts/index.ts'

const { app, db, signIn } = await testApp({ now: () => new Date('2026-11-26T09:00:00+07:00') })
const staff = new Map((await listStaff(db, { authorityId: 1 })).map((person) => [person.username, person]))
const mai = staff.get('mai')!
const programme = await aProgrammeRow(db, { unitId: mai.unitId })
const [own, ofUnit] = await taskRows(db, programme, [
  { unitId: mai.unitId, personId: mai.personId, title: 'Đối thoại, quý IV', dueOn: '2026-11-30', lateFrom: '2026-12-01' },
  { unitId: mai.unitId, dueOn: '2026-12-31', lateFrom: '2027-01-01' },
  { unitId: mai.unitId, status: 'done', dueOn: '2026-12-30', lateFrom: '2026-12-31' },
])
const draft = await aProgrammeRow(db, { status: 'draft', publishedOn: null })
const get = async (url: string, who?: string) => app.inject({ url, headers: who ? { cookie: await signIn(who) } : {} })

async function makeAddress(who: string, of: 'own' | 'unit'): Promise<string> {
  const cookie = await signIn(who)
  const page = await app.inject({ url: '/lam-viec/viec-cua-toi/lich', headers: { cookie } })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
  const cookies = [cookie, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
  const answer = await app.inject({
    method: 'POST',
    url: '/lam-viec/viec-cua-toi/lich/dia-chi',
    headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: csrf, of }).toString(),
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return /\/lam-viec\/[a-z-]+\.ics\?khoa=[0-9a-f]{40}/.exec(answer.body)![0]
}

describe('calendars by secret address', () => {
  test('a person’s own open items, a whole day each, without signing in; the address itself is kept nowhere', async () => {
    const address = await makeAddress('mai', 'own')
    const { statusCode, body, headers } = await get(address)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' })
    expect(body).toContain(`SUMMARY:${own!.code} Đối thoại\\, quý IV`)
    expect(body).toContain('DTSTART;VALUE=DATE:20261130')
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(await everythingStored(db, ['programme_feeds'])).not.toContain(address.split('=')[1])
  })

  test('the agency’s; each address opens its own calendar alone', async () => {
    const address = await makeAddress('mai', 'unit')
    const { body } = await get(address)
    expect(body).toContain(own!.code)
    expect(body).toContain(ofUnit!.code)
    expect((await get(address.replace('viec-cua-co-quan', 'viec-cua-toi'))).statusCode).toBe(404)
  })

  test('made anew, taken back, or of somebody who left, the old address opens nothing', async () => {
    const first = await makeAddress('mai', 'own')
    const second = await makeAddress('mai', 'own')
    expect([(await get(first)).statusCode, (await get(second)).statusCode]).toEqual([404, 200])
    await db.updateTable('staff').set({ deactivated_at: new Date() }).where('person_id', '=', mai.personId).execute()
    expect((await get(second)).statusCode).toBe(404)
    await db.updateTable('staff').set({ deactivated_at: null }).where('person_id', '=', mai.personId).execute()
  })

  test.each(['', '?khoa=', '?khoa=x', `?khoa=${'0'.repeat(40)}`, '?khoa=a&khoa=b'])('a wrong address %j is as none', async (query) => {
    expect((await get(`/lam-viec/viec-cua-toi.ics${query}`)).statusCode).toBe(404)
  })
})

test('a plan’s due days are everybody’s; a draft’s are nobody’s', async () => {
  const { statusCode, body } = await get(`/loi-hua/${programme.slug}.ics`)
  expect(statusCode).toBe(200)
  expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect((await get(`/loi-hua/${draft.slug}.ics`)).statusCode).toBe(404)
})

test.each([
  ['visitor', 303],
  ['binh', 403],
  ['khanh', 403],
  ['mai', 200],
  ['lam', 200],
])('%s opens the month and the line of time: %i', async (who, status) => {
  for (const url of ['/lam-viec/viec-cua-toi/lich?thang=2026-12', `/lam-viec/chuong-trinh/${programme.slug}/tien-do`]) {
    const answer = await get(url, who === 'visitor' ? undefined : who)
    expect([url, answer.statusCode]).toEqual([url, status])
  }
})

test('the line of time says in words what its bars show; the month lists what is due', async () => {
  const progress = (await get(`/lam-viec/chuong-trinh/${programme.slug}/tien-do`, 'mai')).body
  expect(progress).toContain('09/02/2026 – 30/11/2026')
  const month = (await get('/lam-viec/viec-cua-toi/lich', 'mai')).body
  expect(month).toContain('1 việc đến hạn ngày 30/11/2026')
  expect(month).toContain('Đối thoại, quý IV')
})

test('the line of time and the office page of a programme with many items go page by page, each item once', async () => {
  const long = await aProgrammeRow(db, { slug: 'nhieu-viec', title: 'Nhiều việc' })
  const made = await taskRows(
    db,
    long,
    Array.from({ length: 120 }, (_, i) => (i % 40 === 0 ? { kind: 'objective' as const } : { dueOn: '2026-12-30' as const })),
  )
  for (const [url, expected] of [
    [`/lam-viec/chuong-trinh/${long.slug}/tien-do`, made.filter(({ dueOn }) => dueOn !== null)],
    [`/lam-viec/chuong-trinh/${long.slug}`, made],
  ] as const) {
    const seen: string[] = []
    let next: string | undefined = url
    for (let pages = 1; next; pages++) {
      const { body } = await get(next, 'mai')
      seen.push(...[...body.matchAll(/\/lam-viec\/nhiem-vu\/(PL-NV-2026-\d+)"/g)].map((match) => match[1]!))
      next = /rel="next" href="([^"#]+)/.exec(body)?.[1]
      expect(pages).toBeLessThan(4)
    }
    expect([url, seen.toSorted()]).toEqual([url, expected.map(({ code }) => code).toSorted()])
  }
})
