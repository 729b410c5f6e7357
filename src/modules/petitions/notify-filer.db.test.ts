import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Db } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Lang } from '../../shared/lang.ts'
import { type Actor, listAuthorities } from '../accounts/index.ts'
import { seedCalendar } from '../clocks/index.ts'
import { filePetition } from './file-petition.ts'
import { notifyFiled, notifyFiler } from './notify-filer.ts'
import type { Petition } from './petition.ts'
import { petitionNotices } from './petition-notices.ts'
import { actAs, type PetitionOptions } from './service.ts'

const scope = { authorityId: 1 }
const PUBLIC_URL = 'https://congdan.phuoclong.example.vn/'
let db: Db

const hoa: Actor = { personId: 'hoa', username: 'hoa', name: 'Hoa', roles: ['receptionOfficer'], unitId: null }
const options = (more: Partial<PetitionOptions> = {}): PetitionOptions => ({
  db,
  appKey: Buffer.alloc(32, 7),
  now: () => new Date('2026-11-22T03:00:00Z'),
  hamletExists: async () => false,
  dropPages: () => undefined,
  afterFiling: notifyFiled(PUBLIC_URL),
  afterAct: notifyFiler(PUBLIC_URL),
  ...more,
})

beforeAll(async () => {
  ;({ db } = await testDatabase())
  await db
    .insertInto('authorities')
    .values({
      id: 1,
      slug: 'phuoc-long',
      name: 'UBND thị xã Phước Long',
      short_name: 'Phước Long',
      code_prefix: 'PL',
      tier: 'town',
      valid_from: '2009-08-11',
    })
    .execute()
  await db.transaction().execute((trx) => seedCalendar(trx, scope))
})

async function file(email: string | null, more: { lang?: Lang; channel?: 'online' | 'counter' } = {}, using = options()) {
  const site = (await listAuthorities(db))[0]!
  return filePetition(using, {
    scope,
    site,
    actor: null,
    channel: 'online',
    ...more,
    input: {
      kind: 'complaint',
      subject: 'Quyết định thu hồi đất của tôi',
      body: 'Nội dung rất riêng tư.',
      filer: { name: 'Nguyễn Thị Bình\r\nBcc: khac@vidu.vn', phone: null, email, address: 'Khu phố 5', identityNumber: null },
      hamlet: null,
      publish: false,
      clientToken: crypto.randomUUID(),
    },
  })
}
const act = (petition: Petition, name: 'accept' | 'decline', input: unknown, using = options()) =>
  actAs(using, scope, { remote: false }, { actor: hoa, isFiler: false }, petition.id, name, input)
const mails = (petition: Petition) =>
  db
    .selectFrom('outbox')
    .select(['kind', 'lang', 'to_address', 'subject', 'body'])
    .where('matter_id', '=', petition.id)
    .orderBy('id')
    .execute()

test('who files with an address is told the code and the first due dates, never the secret or what was written', async () => {
  const { petition, secret } = await file('binh@vidu.vn')
  const [mail, ...others] = await mails(petition)
  expect(others).toEqual([])
  expect(mail).toMatchObject({
    kind: 'petition.received',
    lang: 'vi',
    to_address: 'binh@vidu.vn',
    subject: `Đã tiếp nhận đơn ${petition.code}`,
  })
  expect(mail!.body).toContain(
    '- Thụ lý khiếu nại: chậm nhất Thứ tư, 02/12/2026\n- Báo kết quả xử lý ban đầu: chậm nhất Thứ hai, 07/12/2026',
  )
  expect(mail!.body).toContain(`https://congdan.phuoclong.example.vn/tra-cuu?ma=${petition.code}`)
  expect(mail!.body).toContain('UBND thị xã Phước Long')
  for (const hidden of [secret, 'thu hồi', 'riêng tư', 'Bình', 'Bcc', 'Khu phố'])
    expect(`${mail!.subject}${mail!.body}`).not.toContain(hidden)
})

test('who leaves no address gets no mail', async () => {
  const { petition } = await file(null)
  await act(petition, 'accept', {})
  expect(await mails(petition)).toEqual([])
})

test('acceptance tells the date of the answer; each act is told once, in the language of the first mail', async () => {
  const { petition } = await file('binh@vidu.vn', { lang: 'en' })
  await act(petition, 'accept', {})
  const [first, second, ...others] = await mails(petition)
  expect(others).toEqual([])
  expect(first!.subject).toBe(`Petition ${petition.code} was received`)
  expect(second).toMatchObject({ kind: 'petition.accepted', lang: 'en', subject: `Petition ${petition.code} is being worked on` })
  expect(second!.body).toContain('/en/tra-cuu?ma=')
  expect(second!.body).not.toContain('Acceptance of')
})

test('a decline is told without its ground and reason', async () => {
  const { petition } = await file('binh@vidu.vn')
  await act(petition, 'decline', { ground: 'noFullLegalCapacity', reason: 'Lý do rất riêng.' })
  const declined = (await mails(petition)).at(-1)!
  expect(declined).toMatchObject({ kind: 'petition.declined', subject: `Đơn ${petition.code} không được thụ lý` })
  expect(declined.body).not.toMatch(/riêng|năng lực/)
})

test('an answer is announced, not repeated; a refused act tells nothing', async () => {
  const { petition } = await file('binh@vidu.vn')
  await expect(act(petition, 'decline', { ground: 'inCourt', reason: '' })).rejects.toMatchObject({ status: 422 })
  expect(await mails(petition)).toHaveLength(1)
  await db.transaction().execute((trx) => notifyFiler(PUBLIC_URL)(trx, scope, petition, 'issueAnswer', new Date()))
  await db.transaction().execute((trx) => notifyFiler(PUBLIC_URL)(trx, scope, petition, 'issueAnswer', new Date()))
  await db.transaction().execute((trx) => notifyFiler(PUBLIC_URL)(trx, scope, petition, 'assign', new Date()))
  const [, answered, ...others] = await mails(petition)
  expect(others).toEqual([])
  expect(answered).toMatchObject({ kind: 'petition.answered', subject: `Đơn ${petition.code} đã có trả lời` })
})

test('a site that does not know its own address leaves the link out', async () => {
  const { petition } = await file('binh@vidu.vn', {}, options({ afterFiling: notifyFiled(null) }))
  const [mail] = await mails(petition)
  expect(mail!.body).not.toContain('http')
  expect(mail!.body).toContain('mục “Tra cứu”')
})

test('the outbox names a petition by its code, with a link only for those who read cases', async () => {
  const { petition } = await file('binh@vidu.vn')
  const { matters } = petitionNotices(db)
  const khanh: Actor = { ...hoa, roles: ['administrator'] }
  expect(await matters(scope, hoa, [petition.id, newId()])).toEqual(
    new Map([[petition.id, { text: petition.code, href: `/lam-viec/don/${petition.code}` }]]),
  )
  expect((await matters(scope, khanh, [petition.id])).get(petition.id)).toEqual({ text: petition.code, href: null })
  expect(await matters({ authorityId: 2 }, hoa, [petition.id])).toEqual(new Map())
})
