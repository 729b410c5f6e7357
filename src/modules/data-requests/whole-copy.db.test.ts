import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { anyAddress, filing } from '../../../tests/support/filing.ts'
import { officeCases } from '../../../tests/support/office-cases.ts'
import { personalDataSources } from '../../personal-data-sources.ts'
import { accountCode } from '../accounts/index.ts'
import { writeSubject } from '../comments/comment.ts'
import { OPEN, testSubjects } from '../comments/test-app.ts'
import { followWithAccount } from '../petitions/index.ts'
import { mattersOfAccount } from './account-matters.ts'
import { matterTypes } from './data-request.ts'

const NOW = new Date('2026-11-23T09:00:00+07:00')
const scope = { authorityId: 1 }
const site = await testApp({ now: () => NOW, commentSubjects: testSubjects })
const { app, db } = site
const cases = await officeCases(site, () => NOW)
const { dataRequestSources } = personalDataSources(site.appKey)
const aWord = (what: string) => `${what}${randomUUID().slice(0, 8)}`

/** What was filed, written, followed and asked while signed in: a word of each that must stand in the copy. */
const words = {
  petition: aWord('đơn'),
  message: aWord('tin'),
  appointment: aWord('hẹn'),
  comment: aWord('ýkiến'),
  commentMail: `${aWord('thư')}@vidu.vn`,
  moderator: aWord('lờicánbộ'),
  request: aWord('yêucầu'),
  followMail: `${aWord('theo')}@vidu.vn`,
  notice: aWord('báo'),
}
const binh = { id: '', cookie: '', code: '' }
let followed: string
let copy: { body: string; json: Record<string, unknown> & { matters: Record<string, unknown>[] } }

const post = async (url: string, payload: object, cookie: string) => {
  const answer = await app.inject({ method: 'POST', url, remoteAddress: anyAddress(), headers: { cookie }, payload })
  expect(answer.statusCode, `${url} ${answer.body}`).toBeLessThan(300)
  return answer.json()
}

async function askForCopy() {
  const asked = { kind: 'provide', subjectCode: binh.code, clientToken: randomUUID(), words: words.request }
  const { code, secret } = await post('/api/v1/data-requests', asked, binh.cookie)
  const hoa = await site.signIn('hoa')
  await post(`/api/v1/data-requests/${code}/acts/acknowledge`, {}, hoa)
  await post(`/api/v1/data-requests/${code}/acts/fulfil`, {}, hoa)
  const headers = { cookie: `congdan_data_request=${code}.${secret}` }
  const page = await app.inject({ url: '/du-lieu-ca-nhan/yeu-cau/ban-sao', headers })
  const json = await app.inject({ url: '/du-lieu-ca-nhan/yeu-cau/ban-sao.json', headers })
  expect([page.statusCode, json.statusCode]).toEqual([200, 200])
  return { body: page.body, json: json.json() }
}

beforeAll(async () => {
  const { id } = await db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
  Object.assign(binh, { id, cookie: await site.signIn('binh'), code: accountCode(id) })
  const own = await post('/api/v1/petitions', filing({ kind: 'feedback', body: words.petition, clientToken: randomUUID() }), binh.cookie)
  await app.flushFilings()
  const petition = await db.selectFrom('petitions').select('id').where('code', '=', own.code).executeTakeFirstOrThrow()
  await cases.act('hoa', petition, 'askToComplete', { words: words.message })

  const day = await db.selectFrom('reception_days').selectAll().orderBy('on_date').executeTakeFirst()
  const appointment = randomUUID()
  if (!day)
    await sql`insert into reception_days (authority_id, on_date, part, place, starts, ends, capacity, published_on)
      values (1, '2026-12-01', 'morning', 'x', '08:00', '11:00', 9, '2026-11-01')`.execute(db)
  await sql`insert into appointments (authority_id, id, code, status, subject, wanted_on, wanted_part, on_date, part, at, place, asked_at, asked_on, secret_hash, client_token)
    select 1, ${appointment}, 'PL-TD-2026-99001', 'cancelled', ${words.appointment}, on_date, part, on_date, part, '08:00', 'x', ${NOW}, '2026-11-23', '', gen_random_uuid()
    from reception_days limit 1`.execute(db)
  await sql`insert into appointment_filers (authority_id, appointment_id, name, phone, account_id) values (1, ${appointment}, 'Bình', '0900', ${id})`.execute(
    db,
  )

  const written = { subject: writeSubject(OPEN), name: 'Bình', email: words.commentMail, body: words.comment, clientToken: randomUUID() }
  const comment = await post('/api/v1/comments', written, binh.cookie)
  const item = await db.selectFrom('moderation_items').select('id').where('subject_id', '=', comment.id).executeTakeFirstOrThrow()
  const tuyet = await site.signIn('tuyet')
  await post(`/api/v1/office/moderation/${item.id}/acts/remove`, { reason: 'offTopic', words: words.moderator }, tuyet)

  const other = await cases.aCase('assigned', { kind: 'feedback' })
  await cases.act('hoa', other, 'clearForPublication', {})
  followed = other.code
  await db.transaction().execute((trx) => followWithAccount(trx, scope, other.id, id, 'vi', NOW))
  await db.updateTable('petition_followers').set({ email: words.followMail }).where('account_id', '=', id).execute()
  const follower = await db.selectFrom('petition_followers').select('id').where('account_id', '=', id).executeTakeFirstOrThrow()
  await sql`insert into outbox (authority_id, id, matter_type, matter_id, kind, key, lang, to_address, subject, body, queued_at)
    values (1, gen_random_uuid(), 'follower', ${follower.id}, 'follower.told', ${randomUUID()}, 'vi', 'x@vidu.vn', 'x', ${words.notice}, ${NOW})`.execute(
    db,
  )
  await askForCopy()
  copy = await askForCopy()
})

describe('the copy of a whole account', () => {
  test.each(Object.keys(words) as (keyof typeof words)[])('holds the %s, as a page and as JSON', (what) => {
    expect(JSON.stringify(copy.json)).toContain(words[what])
    expect(copy.body).toContain(words[what])
  })

  test('names what is followed, every request, each kind of matter, and what was agreed to', () => {
    expect(copy.json).toMatchObject({ account: { username: 'binh' }, followed: [{ code: followed }] })
    expect(copy.json['dataRequests']).toHaveLength(2)
    expect(copy.json['signIns']).not.toEqual([])
    const has = (part: string) => copy.json.matters.some((matter) => matter[part])
    for (const part of ['petition', 'appointment', 'comment', 'consents', 'mails', 'lastOpenedOn'])
      expect([part, part === 'lastOpenedOn' || has(part)]).toEqual([part, true])
    expect(copy.json.matters.every((matter) => 'lastOpenedOn' in matter && 'dataRequests' in matter)).toBe(true)
  })

  test('holds nothing of anybody else, and no secret', () => {
    expect(JSON.stringify(copy.json)).not.toMatch(/argon2|token|secretHash|secret_hash|Nước tràn vào nhà/)
  })

  test('every source is asked: each kind of matter lists what the account filed', async () => {
    const listed = new Set((await mattersOfAccount(db, scope, dataRequestSources, binh.id)).map(({ type }) => type))
    // What somebody wrote with a verdict is found by its code and secret alone: no row ties it to an account.
    expect([...listed, 'verdict'].toSorted()).toEqual([...matterTypes].toSorted())
  })

  /** Every place in which the database ties something to an account: how the copy comes by it, or why not. */
  const places: Record<string, string> = {
    'petition_filers.account_id': 'matters: petition',
    'appointment_filers.account_id': 'matters: appointment',
    'comment_words.account_id': 'matters: comment',
    'petition_followers.account_id': 'followed',
    'sign_ins.person_id': 'signIns',
    'auth_sessions.user_id': 'sessions',
    'staff.person_id': 'account.place',
    // Passwords and codes: nothing to read in them.
    'auth_accounts.account_id': 'secret',
    'auth_accounts.user_id': 'secret',
    'auth_two_factors.user_id': 'secret',
    'auth_used_codes.user_id': 'secret',
    // Of officers at work alone.
    'article_drafts.person_id': 'officers',
    'messages.author_person_id': 'officers',
    'programme_feeds.person_id': 'officers',
    'programme_notes.person_id': 'officers',
    'programme_reminders.person_id': 'officers',
    'programme_tasks.person_id': 'officers',
  }
  test('no column that names a person was forgotten', async () => {
    const { rows } = await sql<{ place: string }>`select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'public' and column_name in ('account_id', 'user_id', 'person_id', 'author_person_id', 'filer_account_id', 'reader_account_id')
      order by 1`.execute(db)
    expect(rows.map(({ place }) => place).filter((place) => !Object.hasOwn(places, place))).toEqual([])
  })

  test('erased, the account follows nothing any more: the address is gone, the count is right, mail that waited is not sent', async () => {
    const before = await db.selectFrom('petitions').select('followers').where('code', '=', followed).executeTakeFirstOrThrow()
    const asked = { kind: 'erase', subjectCode: binh.code, clientToken: randomUUID(), understood: 'true' }
    const { code } = await post('/api/v1/data-requests', asked, binh.cookie)
    const hoa = await site.signIn('hoa')
    await post(`/api/v1/data-requests/${code}/acts/acknowledge`, {}, hoa)
    await post(`/api/v1/data-requests/${code}/acts/fulfil`, { subjectCode: binh.code, sure: 'true' }, hoa)
    expect(await db.selectFrom('petition_followers').select('id').where('account_id', '=', binh.id).execute()).toEqual([])
    const after = await db.selectFrom('petitions').select('followers').where('code', '=', followed).executeTakeFirstOrThrow()
    expect([before.followers, after.followers]).toEqual([1, 0])
    expect(await db.selectFrom('outbox').select('id').where('body', '=', words.notice).execute()).toEqual([])
  })
})
