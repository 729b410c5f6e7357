import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { photoWithPlace } from '../../../../tests/support/sample-files.ts'
import { addDays } from '../../../shared/civil-date.ts'
import { type Actor, listStaff, listUnits } from '../../accounts/index.ts'
import { allowedActs } from '../../lifecycle/index.ts'
import type { Programme } from '../programme.ts'
import { type Task, taskStatuses } from '../task.ts'
import { rolesOnPlaced } from '../task-feature.ts'
import { taskLifecycle } from '../task-lifecycle.ts'
import { findTask } from '../task-repository.ts'
import { findPlaced } from './placed-task.ts'

const scope = { authorityId: 1 }
let ticks = 0
/** Goes on at each look, so that what comes later is later. */
const now = () => new Date(Date.parse('2026-11-26T09:00:00+07:00') + ticks++)
let site: TestApp
let people: Map<string, Actor>
const browsers = new Map<string, FormBrowser>()
const as = (who: string) => browsers.get(who)!
const ownUnit = () => people.get('nam')!.unitId!
let otherUnit: string

beforeAll(async () => {
  site = await testApp({ now })
  people = new Map((await listStaff(site.db, scope)).map((person) => [person.username, person]))
  otherUnit = (await listUnits(site.db, scope)).find(({ id }) => id !== ownUnit())!.id
  for (const who of ['nam', 'dung', 'lam', 'tuyet', 'binh']) browsers.set(who, await formBrowser(site, who))
  browsers.set('visitor', await formBrowser(site))
})

async function tasks(list: Partial<Task>[], facts: Partial<Programme> = {}): Promise<Task[]> {
  return taskRows(
    site.db,
    await aProgrammeRow(site.db, facts),
    list.map((task) => ({ unitId: ownUnit(), ...task })),
  )
}
const photo = async () => ({ name: 'cay.jpg', content: await photoWithPlace() })

describe('the page of an item', () => {
  test.each(taskStatuses)('of one that is %s the forms are the very acts that are allowed, on the page and in the API', async (status) => {
    const document = await aDocumentRow(site.db, ['Trồng cây dọc đường làng.'])
    const draft = status === 'draft' ? ({ status: 'draft', publishedOn: null } as const) : {}
    const programme = await aProgrammeRow(site.db, { documentId: document.id, ...draft })
    const [task] = await taskRows(site.db, programme, [
      { status, unitId: ownUnit(), documentId: document.id, anchorId: document.anchorIds[0]! },
    ])
    for (const who of ['nam', 'dung', 'lam', 'tuyet']) {
      const roles = rolesOnPlaced(people.get(who)!, (await findPlaced(site.db, scope, task!.code))!)!
      const may = allowedActs(taskLifecycle, task!, roles)
      const page = await as(who).get(`/lam-viec/nhiem-vu/${task!.code}`)
      expect([who, page.statusCode]).toEqual([who, 200])
      expect(page.body).toContain('Trồng cây dọc đường làng.')
      const forms = [...page.body.matchAll(/action="\/lam-viec\/nhiem-vu\/[^"/]+\/([a-zA-Z]+)"/g)].map(([, act]) => act)
      // The evidence of these rows is an article: there is no file to open, and none of it where there is none.
      const drawn = may.filter((act) => act !== 'openFile' && (act !== 'removeEvidence' || task!.evidence > 0))
      expect([who, forms]).toEqual([who, drawn])
      const listed = await as(who).get(`/api/v1/tasks/${task!.code}/acts`)
      expect(listed.json().items.map(({ act }: { act: string }) => act)).toEqual(may)
    }
    expect((await as('binh').get(`/lam-viec/nhiem-vu/${task!.code}`)).statusCode).toBe(403)
    expect((await as('visitor').get(`/lam-viec/nhiem-vu/${task!.code}`)).statusCode).toBe(303)
    expect((await as('visitor').get(`/api/v1/tasks/${task!.code}`)).statusCode).toBe(status === 'draft' ? 404 : 200)
  })

  test('a refusal names the field, keeps what was typed; an old version tells what happened', async () => {
    const [task] = await tasks([{ status: 'inProgress' }])
    const address = `/lam-viec/nhiem-vu/${task!.code}`
    const refused = await as('nam').post(`${address}/note`, { words: '', reached: '<b>mười</b>', audience: 'public' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#note-words"')
    expect(refused.body).toContain('&lt;b>mười&lt;/b>')
    expect((await as('nam').post(`${address}/note`, { version: '1', words: 'Một.', audience: 'public' })).statusCode).toBe(303)
    const late = await as('dung').post(`${address}/note`, { version: '1', words: 'Chữ của tôi.', audience: 'public' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toMatch(/Ghi tiến độ \(người phụ trách\)/)
    expect(late.body).toContain('Chữ của tôi.')
    const report = await as('nam').post(`${address}/report`, { words: 'Xong.' })
    expect([report.statusCode, report.body.includes('Chưa có bằng chứng nên chưa báo xong được')]).toEqual([422, true])
  })

  test('what was done is said by its name; a refused day and a refused file stand beside their fields', async () => {
    const [task] = await tasks([{ status: 'inProgress' }])
    const address = `/lam-viec/nhiem-vu/${task!.code}`
    const noted = await as('nam').post(`${address}/note`, { words: 'Đã đào hố.', audience: 'public' })
    expect((await as('nam').get(noted.headers.location!)).body).toContain('Đã ghi: ghi tiến độ.')
    expect((await as('nam').get(`${address}?xong=<b>`)).body).not.toContain('Đã ghi: ')
    const day = await as('dung').post(`${address}/moveDue`, { dueOn: '1900-01-01', reason: 'Nhầm.' })
    expect([day.statusCode, day.body.includes('<a href="#moveDue-dueOn">')]).toEqual([422, true])
    const file = { name: 'ghi-chep.txt', content: Buffer.from('Biên bản') }
    const refused = await as('nam').postFiles(`${address}/addEvidence`, { type: 'file', caption: 'Biên bản họp' }, [file])
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('<a href="#addEvidence-files">Tệp “ghi-chep.txt” ')
    expect(refused.body).toContain('value="Biên bản họp"')
  })

  test('the way back leads to the list that it came from', async () => {
    const [task] = await tasks([{ status: 'cancelled', personId: people.get('nam')!.personId }])
    const back = async (who: string) =>
      /<nav class="crumbs".*?href="([^"]+)"/s.exec((await as(who).get(`/lam-viec/nhiem-vu/${task!.code}`)).body)?.[1]
    expect([await back('nam'), await back('dung')]).toEqual(['/lam-viec/viec-cua-toi', '/lam-viec/viec-cua-co-quan'])
  })

  test('a moved day stands in the history with the old one and why', async () => {
    const [task] = await tasks([{ dueOn: '2026-11-30', lateFrom: '2026-12-01' }])
    await as('dung').post(`/lam-viec/nhiem-vu/${task!.code}/moveDue`, { dueOn: '2026-12-15', reason: 'Mưa lớn.' })
    const { body } = await as('nam').get(`/lam-viec/nhiem-vu/${task!.code}`)
    expect(body).toContain('từ 30/11/2026 thành 15/12/2026')
    expect(body).toContain('Mưa lớn.')
  })

  test('notes are walked by key', async () => {
    const [task] = await tasks([{ status: 'inProgress' }])
    for (let i = 0; i < 23; i++)
      await as('nam').post(`/lam-viec/nhiem-vu/${task!.code}/note`, { words: `Ghi lần ${i}.`, audience: 'public' })
    const { body } = await as('nam').get(`/lam-viec/nhiem-vu/${task!.code}`)
    const next = /href="([^"]+sau=[^"]+)#notes-title"/.exec(body)![1]!
    const older = /id="notes-title">[\s\S]*?<\/section>/.exec((await as('nam').get(next.replaceAll('&amp;', '&'))).body)![0]
    expect([...older.matchAll(/Ghi lần \d+\./g)].map(([words]) => words)).toEqual(['Ghi lần 2.', 'Ghi lần 1.', 'Ghi lần 0.'])
  })
})

describe('files of evidence', () => {
  test('a photo that its officer opens is for everybody while the programme is out; one that is not is the office’s', async () => {
    const [task] = await tasks([{ status: 'inProgress' }])
    const address = `/lam-viec/nhiem-vu/${task!.code}/addEvidence`
    const fields = { type: 'file', caption: 'Hàng cây' }
    expect((await as('nam').postFiles(address, { ...fields, open: 'yes' }, [await photo()])).statusCode).toBe(303)
    expect((await as('nam').postFiles(address, { ...fields, caption: 'Ảnh trong' }, [await photo()])).statusCode).toBe(303)
    const { evidence } = (await as('visitor').get(`/api/v1/tasks/${task!.code}`)).json()
    expect(evidence.map(({ link }: { link: object | null }) => link !== null)).toEqual([true, false])
    const both = (await as('nam').get(`/api/v1/tasks/${task!.code}`)).json().evidence
    const [open, inner] = both.map(({ link }: { link: { href: string } }) => link.href)
    expect((await as('visitor').get(open)).statusCode).toBe(200)
    expect((await as('visitor').get(inner)).statusCode).toBe(404)
    expect((await as('lam').get(inner)).statusCode).toBe(200)
    expect((await as('dung').post(`/lam-viec/nhiem-vu/${task!.code}/openFile`, { evidence: both[1].id })).statusCode).toBe(303)
    expect((await as('visitor').get(inner)).statusCode).toBe(200)
    await as('nam').post(`/lam-viec/nhiem-vu/${task!.code}/removeEvidence`, { evidence: both[0].id, reason: 'Nhầm ảnh.' })
    expect((await as('visitor').get(open)).statusCode).toBe(404)
  })

  test('refused before the file is read, without a file, with a wrong one: nothing is written', async () => {
    const [task, done] = await tasks([{ status: 'inProgress' }, { status: 'cancelled' }])
    const files = async () => (await site.db.selectFrom('files').select('id').execute()).length
    const before = await files()
    const at = (one: Task) => `/lam-viec/nhiem-vu/${one.code}/addEvidence`
    const fields = { type: 'file', caption: 'Ảnh' }
    expect((await as('lam').postFiles(at(task!), fields, [await photo()])).statusCode).toBe(403)
    expect((await as('nam').postFiles(at(done!), fields, [await photo()])).statusCode).toBe(409)
    const none = await as('nam').postFiles(at(task!), fields, [])
    expect([none.statusCode, none.body.includes('href="#addEvidence-files"')]).toEqual([422, true])
    expect((await as('nam').postFiles(at(task!), fields, [{ name: 'a.exe', content: Buffer.from('MZ…') }])).statusCode).toBe(422)
    expect((await as('nam').postFiles(at(task!), { ...fields, _csrf: 'khác' }, [await photo()])).statusCode).toBe(403)
    expect(await files()).toBe(before)
    expect((await findTask(site.db, scope, task!.id))!.evidence).toBe(0)
  })
})

describe('lists', () => {
  test('"Việc của tôi": late first, by key, each once; what is not mine is not there', async () => {
    const mine = { personId: people.get('nam')!.personId }
    const made = await tasks([
      ...Array.from({ length: 33 }, (_, i) => ({
        ...mine,
        title: `Của tôi ${i}`,
        lateFrom: addDays('2026-12-01', i % 20),
      })),
      { ...mine, title: 'Đã quá hạn', lateFrom: '2026-11-20', dueOn: '2026-11-19' },
      { title: 'Của người khác', personId: people.get('dung')!.personId },
      { ...mine, title: 'Đã xong rồi', status: 'done' },
    ])
    const seen: string[] = []
    let address: string | undefined = '/lam-viec/viec-cua-toi'
    while (address) {
      const { body }: { body: string } = await as('nam').get(address)
      const codes = [...body.matchAll(/nhiem-vu\/(PL-NV-[\d-]+)"/g)].map(([, code]) => code!)
      expect(codes.length).toBeGreaterThan(0)
      seen.push(...codes)
      address = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen[0]).toBe(made.find(({ title }) => title === 'Đã quá hạn')!.code)
    expect(seen).toHaveLength(34)
    expect(new Set(seen).size).toBe(34)
    const done = (await as('nam').get('/api/v1/office/tasks?status=done')).json()
    expect(done.items.map(({ title }: Task) => title)).toEqual(['Đã xong rồi'])
    expect((await as('nam').get('/api/v1/office/tasks?after=x')).statusCode).toBe(422)
    expect((await as('visitor').get('/api/v1/office/tasks')).statusCode).toBe(401)
    expect((await as('binh').get('/lam-viec/viec-cua-toi')).statusCode).toBe(403)
  })

  test('"Việc của cơ quan": the figures of the tabs are what the lists hold', async () => {
    await tasks(
      [
        { title: 'Trễ', lateFrom: '2026-11-01', dueOn: '2026-10-31' },
        { title: 'Chờ', status: 'reported' },
        { title: 'Dân chê', status: 'done', saidNot: 2, saidDone: 1 },
        { title: 'Dân khen', status: 'done', saidDone: 3 },
        { title: 'Có bằng chứng', status: 'inProgress', evidence: 1 },
      ].map((task) => ({ ...task, unitId: otherUnit }) as Partial<Task>),
    )
    const lists: Record<string, string[]> = {
      open: ['Trễ', 'Chờ', 'Có bằng chứng'],
      late: ['Trễ'],
      noEvidence: ['Trễ'],
      reported: ['Chờ'],
      disputed: ['Dân chê'],
      done: ['Dân chê', 'Dân khen'],
    }
    for (const [view, wanted] of Object.entries(lists)) {
      const { items } = (await as('lam').get(`/api/v1/office/tasks?view=unit&unit=${otherUnit}&status=${view}`)).json()
      expect([view, items.map(({ title }: Task) => title).toSorted()]).toEqual([view, wanted.toSorted()])
      const { body } = await as('lam').get(`/lam-viec/viec-cua-co-quan?don-vi=${otherUnit}&xem=${view}`)
      const count = new RegExp(`aria-current="page">[^<]*<span class="count[^"]*"> ${wanted.length}<`)
      expect([view, body]).toEqual([view, expect.stringMatching(count)])
    }
    expect((await as('dung').get(`/api/v1/office/tasks?view=unit&unit=${otherUnit}`)).statusCode).toBe(403)
  })

  test('the head gives several at once; what is refused is said by its code', async () => {
    const [a, b, c] = await tasks([{}, {}, { status: 'cancelled' }])
    const personId = people.get('nam')!.personId
    const page = await as('dung').get('/lam-viec/viec-cua-co-quan')
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const send = (codes: string[], more: Record<string, string>) =>
      as('dung').postRaw(
        '/lam-viec/viec-cua-co-quan',
        new URLSearchParams([['_csrf', token], ...codes.map((code) => ['tasks', code]), ...Object.entries(more)]).toString(),
      )
    expect((await send([a!.code], { personId, reason: '' })).statusCode).toBe(422)
    expect((await send([], { personId, reason: 'Vì.' })).body).toContain('<a href="#tasks">Các việc: hãy chọn ít nhất một việc ở bảng.</a>')
    const given = await send([a!.code, b!.code], { personId, reason: 'Chia việc.' })
    expect([given.statusCode, given.headers.location]).toEqual([303, '/lam-viec/viec-cua-co-quan?giao=2'])
    expect((await findTask(site.db, scope, b!.id))!.personId).toBe(personId)
    const refused = await send([c!.code], { personId, reason: 'Chia việc.' })
    expect([refused.statusCode, refused.body.includes(`${c!.code}: `)]).toEqual([422, true])
    const [theirs, own] = [(await tasks([{ unitId: otherUnit }]))[0]!, (await tasks([{}]))[0]!]
    const forged = await send(['PL-NV-2026-99999', theirs.code, own.code], { personId, reason: 'Chia việc.' })
    expect([forged.statusCode, forged.body.match(/không có việc này, hoặc bạn không được giao việc này/g)?.length]).toEqual([422, 2])
    expect((await findTask(site.db, scope, theirs.id))!.personId).toBeNull()
    expect((await findTask(site.db, scope, own.id))!.personId).toBe(personId)
  })
})
