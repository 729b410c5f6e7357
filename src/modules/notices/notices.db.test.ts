import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { runJobs } from '../../../tests/support/mail-worker.ts'
import { startSmtp } from '../../../tests/support/smtp.ts'
import type { Connection } from '../../platform/database.ts'
import { createMailer, type Mailer } from '../../platform/mail.ts'
import { newId } from '../../shared/ids.ts'
import { eraseOldMail } from './erase-old-mail.ts'
import { listOutbox } from './list-outbox.ts'
import { MAX_ATTEMPTS, maskAddress } from './notice.ts'
import { noticeJobs } from './notice-jobs.ts'
import { addSending, findNoticeLang, type NewNotice, queueNotice } from './queue-notice.ts'
import { resendNotice } from './resend-notice.ts'

const here = { authorityId: 9061 }
const elsewhere = { authorityId: 9062 }
const FROM = 'khong-tra-loi@vidu.vn'
const khanh = { personId: 'khanh', username: 'khanh', name: 'Khánh', roles: ['administrator' as const], unitId: null }
const keys = { appKey: Buffer.alloc(32, 7), publicUrl: 'https://congdan.example.vn' }
let it: Connection & { url: string }

beforeAll(async () => {
  it = await testDatabase()
  for (const { authorityId } of [here, elsewhere]) {
    await it.db
      .insertInto('authorities')
      .values({
        id: authorityId,
        slug: `a${authorityId}`,
        name: 'Phường thử',
        short_name: 'Thử',
        code_prefix: authorityId === 9061 ? 'TMA' : 'TMB',
        tier: 'ward',
        valid_from: '2020-01-01',
      })
      .execute()
  }
})

beforeEach(async () => {
  await it.db.deleteFrom('outbox').execute()
  await sql`select graphile_worker.complete_jobs((select coalesce(array_agg(id), '{}') from graphile_worker.jobs))`.execute(it.db)
})

const aNotice = (more: Partial<NewNotice> = {}): NewNotice => ({
  matter: { type: 'petition', id: newId() },
  kind: 'petition.received',
  key: newId(),
  lang: 'vi',
  to: 'binh@vidu.vn',
  subject: 'Đã tiếp nhận đơn PL-2026-00128',
  body: 'Kính gửi ông, bà,\n',
  ...more,
})
const queue = (notice = aNotice(), scope = here) => it.db.transaction().execute((trx) => queueNotice(trx, scope, notice))

/** A worker that does everything that is due now, then goes home. */
const work = (mailer: Mailer | null) => runJobs(it.url, noticeJobs({ db: it.db, mailer, keys, digesters: {} }))
/** The pause before the next try is over. */
const afterThePause = () =>
  sql`select graphile_worker.reschedule_jobs((select array_agg(id) from graphile_worker.jobs), run_at := now())`.execute(it.db)
const jobs = async () => (await sql<{ attempts: number }>`select attempts from graphile_worker.jobs`.execute(it.db)).rows
const rows = () => it.db.selectFrom('outbox').selectAll().orderBy('id').execute()

describe('a notice', () => {
  test('goes out once, and its row says when', async () => {
    const server = await startSmtp()
    const mailer = createMailer(server.url, FROM)
    const id = await queue()
    await work(mailer)
    await work(mailer)
    expect(server.received).toHaveLength(1)
    expect(server.received[0]!.raw).toContain(`Message-ID: <${id}@vidu.vn>`)
    expect(await rows()).toMatchObject([{ id, state: 'sent', attempts: 1, last_error_code: null, sent_at: expect.any(Date) }])
    expect(await jobs()).toEqual([])
  })

  test('is told once a key, in each authority', async () => {
    const notice = aNotice()
    expect(await queue(notice)).not.toBeNull()
    expect(await queue(notice)).toBeNull()
    expect(await queue(notice, elsewhere)).not.toBeNull()
    expect(await rows()).toHaveLength(2)
    expect(await jobs()).toHaveLength(2)
  })

  test('is not sent when the act that tells it is rolled back', async () => {
    const act = it.db.transaction().execute(async (trx) => {
      await queueNotice(trx, here, aNotice())
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    expect([await rows(), await jobs()]).toEqual([[], []])
  })

  test('remembers the language in which the person was first written to', async () => {
    const { matter } = aNotice()
    await queue(aNotice({ matter, lang: 'en' }))
    await queue(aNotice({ matter, lang: 'vi' }))
    expect(await findNoticeLang(it.db, here, matter)).toBe('en')
    expect(await findNoticeLang(it.db, elsewhere, matter)).toBeUndefined()
  })

  test('is kept when no mail server is set, and goes out when the administrator asks once there is one', async () => {
    const id = await queue()
    await work(null)
    expect(await rows()).toMatchObject([{ state: 'kept', attempts: 0, sent_at: null }])
    const server = await startSmtp()
    const mailer = createMailer(server.url, FROM)
    await work(mailer)
    expect(server.received).toEqual([])
    await it.db.transaction().execute((trx) => resendNotice(trx, here, khanh, id!))
    await work(mailer)
    expect(server.received).toHaveLength(1)
  })
})

describe('when the mail server is away', () => {
  test('the mail waits, is tried again by the queue, and arrives once', async () => {
    const down = await startSmtp()
    await down.close()
    const mailer = createMailer(down.url, FROM)
    await queue()
    await work(mailer)
    expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1, last_error_code: 'unreachable' }])
    expect(await jobs()).toMatchObject([{ attempts: 1 }])
    const up = await startSmtp({ port: down.port })
    await work(mailer)
    expect(up.received).toHaveLength(0)
    await afterThePause()
    await work(mailer)
    expect(up.received).toHaveLength(1)
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2, last_error_code: null }])
  })

  test('it is given up after the last try, and the administrator can begin again', async () => {
    const down = await startSmtp()
    await down.close()
    const id = await queue()
    await it.db
      .updateTable('outbox')
      .set({ attempts: MAX_ATTEMPTS - 1 })
      .execute()
    await work(createMailer(down.url, FROM))
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: MAX_ATTEMPTS, last_error_code: 'unreachable' }])
    expect(await jobs()).toEqual([])
    await it.db.transaction().execute((trx) => resendNotice(trx, here, khanh, id!))
    expect(await rows()).toMatchObject([{ state: 'queued', attempts: 0, last_error_code: null }])
    expect(await jobs()).toHaveLength(1)
  })

  test('a mail that the receiver refuses for good is given up at once', async () => {
    const server = await startSmtp({ onRcptTo: (_to, _session, done) => done(Object.assign(new Error('no'), { responseCode: 550 })) })
    await queue()
    await work(createMailer(server.url, FROM))
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 1, last_error_code: 'refused' }])
    expect(await jobs()).toEqual([])
  })
})

describe('a worker that dies', () => {
  const power = (mailer: Mailer, when: 'before' | 'after'): Mailer => ({
    send: async (mail) => {
      if (when === 'after') await mailer.send(mail)
      throw new Error('power cut')
    },
  })

  test.each([
    ['before', 1],
    ['after', 2],
  ] as const)('%s the server took the mail leads to %i under one Message-ID', async (when, times) => {
    const server = await startSmtp()
    const mailer = createMailer(server.url, FROM)!
    const id = await queue()
    await work(power(mailer, when))
    expect(await rows()).toMatchObject([{ state: 'queued', attempts: 0 }])
    await it.db.transaction().execute((trx) => addSending(trx, here, id!))
    await work(mailer)
    await work(mailer)
    expect(server.received).toHaveLength(times)
    for (const { raw } of server.received) expect(raw).toContain(`Message-ID: <${id}@vidu.vn>`)
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }])
  })
})

describe('with two workers', () => {
  test('each of thirty mails arrives once', async () => {
    const server = await startSmtp()
    const mailer = createMailer(server.url, FROM)
    const ids = []
    for (let n = 0; n < 30; n++) ids.push(await queue(aNotice({ to: `nguoi${n}@vidu.vn` })))
    await Promise.all([work(mailer), work(mailer)])
    expect(server.received.map(({ to }) => to[0]).toSorted()).toEqual(ids.map((_id, n) => `nguoi${n}@vidu.vn`).toSorted())
  })

  test('a second job for a mail that is on the wire sends nothing', async () => {
    const arrived = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const server = await startSmtp({
      beforeAcknowledging: () => {
        arrived.resolve()
        return release.promise
      },
    })
    const mailer = createMailer(server.url, FROM)
    const id = await queue()
    const first = work(mailer)
    await arrived.promise
    await it.db.transaction().execute((trx) => addSending(trx, here, id!))
    await work(mailer)
    release.resolve()
    await first
    expect(server.received).toHaveLength(1)
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }])
  })
})

describe('the outbox', () => {
  test('lists the newest first, by key, in one state, for one authority, with masked addresses', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.unshift((await queue())!)
    await queue(aNotice(), elsewhere)
    const page = await listOutbox(it.db, here, { state: null, after: null, limit: 3 })
    const rest = await listOutbox(it.db, here, { state: 'queued', after: page.next, limit: 3 })
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(ids.toSorted().toReversed())
    expect(rest.next).toBeNull()
    expect(page.items[0]!.maskedTo).toBe('b***@vidu.vn')
    expect((await listOutbox(it.db, here, { state: 'sent', after: null, limit: 3 })).items).toEqual([])
    await expect(listOutbox(it.db, here, { state: null, after: 'x', limit: 3 })).rejects.toMatchObject({ code: 'bad_cursor' })
  })

  test('sends again only what was given up, kept or waits after a failure, and writes down who asked', async () => {
    const id = (await queue())!
    const resend = (scope = here, one = id) => it.db.transaction().execute((trx) => resendNotice(trx, scope, khanh, one))
    await expect(resend()).rejects.toMatchObject({ code: 'notice_not_resendable', status: 409 })
    await expect(resend(here, newId())).rejects.toMatchObject({ status: 404 })
    await it.db.updateTable('outbox').set({ attempts: 1, last_error_code: 'timeout' }).execute()
    await expect(resend(elsewhere)).rejects.toMatchObject({ status: 404 })
    await resend()
    const audits = await it.db.selectFrom('audit_entries').select(['actor_id', 'action', 'facts']).orderBy('id', 'desc').execute()
    expect(audits[0]).toEqual({ actor_id: 'khanh', action: 'notice.resent', facts: { noticeId: id, stateBefore: 'queued' } })
    await it.db.updateTable('outbox').set({ state: 'sent', sent_at: new Date() }).execute()
    await expect(resend()).rejects.toMatchObject({ code: 'notice_not_resendable' })
  })

  test('forgets addresses and words of old mail, and what is erased cannot be sent', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 10, 22) - n * 86_400_000)
    const put = async (state: 'sent' | 'failed' | 'queued', daysAgo: number) => {
      const id = (await queue())!
      await it.db
        .updateTable('outbox')
        .set({ state, queued_at: day(daysAgo), sent_at: state === 'sent' ? day(daysAgo) : null })
        .where('id', '=', id)
        .execute()
      return id
    }
    const erased = [await put('sent', 31), await put('failed', 91)]
    await put('sent', 29)
    await put('failed', 31)
    await put('queued', 400)
    expect(await eraseOldMail(it.db, day(0))).toBe(2)
    expect(await eraseOldMail(it.db, day(0))).toBe(0)
    const gone = (await rows()).filter(({ body }) => body === null)
    expect(gone.map(({ id }) => id)).toEqual(erased.toSorted())
    expect(gone.map(({ to_address }) => to_address)).toEqual([null, null])
    await expect(it.db.transaction().execute((trx) => resendNotice(trx, here, khanh, erased[1]!))).rejects.toMatchObject({ status: 409 })
  })

  test.each([
    ['binh@vidu.vn', 'b***@vidu.vn'],
    ['đ@vidu.vn', 'đ***@vidu.vn'],
    ['khong phai', 'k***'],
  ])('masks %s as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })
})
