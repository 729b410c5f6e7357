import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { emptyDatabase } from '../../../tests/support/database.ts'
import { type OfficeCases, officeCases } from '../../../tests/support/office-cases.ts'
import { everythingStored } from '../../../tests/support/rows.ts'
import { personalDataSources } from '../../personal-data-sources.ts'
import { archiveIn, backupToFile, bringForward, restoreArchive, verifyArchive } from '../../platform/backup/index.ts'
import { connect } from '../../platform/database.ts'
import { diskStorage } from '../../platform/storage.ts'
import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import { accountCode } from '../accounts/index.ts'
import { eraseDue } from './erase-due.ts'
import { liftHold, placeHold } from './hold-matter.ts'
import { proposeBatches } from './propose.ts'
import { type RuleId, ruleIds, rulesOn } from './rule.ts'
import type { Retained } from './source.ts'
import { addSwitch } from './switch-repository.ts'

const scope = { authorityId: 1 }
const TODAY = '2026-11-23' as CivilDate
/** Longer ago than any rule keeps. */
const LONG_AGO = '2020-03-02'
const noon = (on: string) => new Date(`${on}T12:00:00+07:00`)
let clock = noon(TODAY)
let site: TestApp
let then: OfficeCases
let retained: Retained

beforeAll(async () => {
  site = await testApp({ now: () => clock })
  then = await officeCases(site, () => noon(LONG_AGO))
  retained = personalDataSources(site.appKey).retained
})
beforeEach(async () => {
  clock = noon(TODAY)
  for (const table of ['retention_items', 'retention_batches', 'retention_holds', 'retention_switches'] as const)
    await site.db.deleteFrom(table).execute()
})

interface Made {
  /** By which an officer holds it. */
  code: string
  /** Words of a person that are stored with it and nowhere else. */
  words: string
}

const aWord = () => `Riêng${randomUUID().slice(0, 8)}`
const run = (query: string, values: unknown[]) => site.pool.query(query, values)

async function petitionAt(step: 'answered' | 'declined'): Promise<Made & { id: string }> {
  const words = aWord()
  const { code, id } = await then.aCase(step, { kind: 'feedback', body: words })
  // Mail of the acts is queued by the database's own clock.
  await sql`update outbox set queued_at = ${noon(LONG_AGO)}`.execute(site.db)
  return { code, words, id }
}

let numbered = 0
async function appointmentAt(status: 'cancelled' | 'asked'): Promise<Made> {
  const [words, code] = [aWord(), `PL-TD-2020-${String(++numbered).padStart(5, '0')}`]
  await run(
    `insert into reception_days (authority_id, on_date, part, place, starts, ends, capacity, published_on)
     values (1, $1::date, 'morning', 'x', '08:00', '11:00', 9, $1::date) on conflict do nothing`,
    [LONG_AGO],
  )
  await run(
    `insert into appointments (authority_id, id, code, status, subject, words, wanted_on, wanted_part, on_date, part, at, place, asked_at, asked_on, secret_hash, client_token)
     values (1, gen_random_uuid(), $1, $2, $3, null, $4::date, 'morning', $4::date, 'morning', '08:00', 'x', $4::date, $4::date, '', gen_random_uuid())`,
    [code, status, words, LONG_AGO],
  )
  return { code, words }
}

async function commentAt(status: 'shown' | 'removed'): Promise<Made> {
  const [words, code, id, item] = [aWord(), `PL-YK-2020-${String(++numbered).padStart(5, '0')}`, randomUUID(), randomUUID()]
  const reason = status === 'removed' ? 'spam' : null
  await run(
    `insert into comments (authority_id, id, code, subject_type, subject_id, status, reason, seen, first_shown_at, by_account, sent_at, secret_hash, client_token)
     values (1, $1, $2, 'article', gen_random_uuid(), $3, $4, true, $5, false, $5, '', gen_random_uuid())`,
    [id, code, status, reason, noon(LONG_AGO)],
  )
  // Of a shown one the address goes, of a removed one all of it.
  const [name, email] = status === 'shown' ? ['Lan', `${words}@vidu.vn`] : [words, null]
  await run(
    `insert into comment_words (authority_id, comment_id, name, email, account_id, lang, body) values (1, $1, $2, $3, null, 'vi', 'Lời')`,
    [id, name, email],
  )
  await run(
    `insert into moderation_items (authority_id, id, subject_type, subject_id, about_type, about_id, status, step, reason, score, suspect, sent_at, moved_at, first_shown_at)
     values (1, $1, 'comment', $2, 'article', gen_random_uuid(), $3, 'read', $4, 0, false, $5, $5, $5)`,
    [item, id, status, reason, noon(LONG_AGO)],
  )
  return { code, words }
}

async function verdictAt(status: 'shown' | 'removed'): Promise<Made & { id: string }> {
  const [words, code, id, round] = [aWord(), `PL-NX-2020-${String(++numbered).padStart(5, '0')}`, randomUUID(), randomUUID()]
  const reason = status === 'removed' ? 'spam' : null
  await run(
    `insert into verdict_rounds (authority_id, id, matter_type, matter_id, round, opened_on, said_not)
     values (1, $1, 'task', gen_random_uuid(), 1, $2::date, 1)`,
    [round, LONG_AGO],
  )
  await run(
    `insert into verdict_words (authority_id, id, round_id, code, matter_type, matter_id, said, name, body, photos, status, seen, sent_at, secret_hash)
     values (1, $1, $2, $3, 'task', gen_random_uuid(), 'not', 'Lan', $4, 1, $5, true, $6, '')`,
    [id, round, code, words, status, noon(LONG_AGO)],
  )
  await run(
    `insert into moderation_items (authority_id, id, subject_type, subject_id, about_type, about_id, status, step, reason, score, suspect, sent_at, moved_at, first_shown_at)
     values (1, gen_random_uuid(), 'verdict', $1, 'task', gen_random_uuid(), $2, 'read', $3, 0, false, $4, $4, $4)`,
    [id, status, reason, noon(LONG_AGO)],
  )
  await run(
    `insert into files (authority_id, id, matter_type, matter_id, role, original_name, media_type, bytes, sha256, storage_key, thumb_key, width, height, visibility, uploaded_at)
     values (1, gen_random_uuid(), 'verdict', $1, 'evidence', 'anh-1.jpg', 'image/jpeg', 1, sha256(''), gen_random_uuid()::text, gen_random_uuid()::text, 1, 1, 'internal', $2)`,
    [id, noon(LONG_AGO)],
  )
  return { id, code, words }
}

const making: Record<RuleId, () => Promise<Made>> = {
  'petition.closed': () => petitionAt('answered'),
  'petition.unprocessed': () => petitionAt('declined'),
  'appointment.past': () => appointmentAt('cancelled'),
  'appointment.unconfirmed': () => appointmentAt('asked'),
  'comment.past': () => commentAt('shown'),
  'verdict.past': () => verdictAt('removed'),
  'reception.people': async () => {
    const [words, id, number] = [aWord(), randomUUID(), ++numbered]
    await run(
      `insert into reception_entries (authority_id, id, year, number, received_on, occasion, classification, people, root_id, competent, status, client_token, written_at)
       values (1, $1, 2020, $2, $3::date, 'regular', 'petition', 1, $1, true, 'written', gen_random_uuid(), $3::date)`,
      [id, number, LONG_AGO],
    )
    await run(`insert into reception_words (authority_id, entry_id, summary, search) values (1, $1, $2, '')`, [id, words])
    return { code: `${number}/2020`, words }
  },
  'request.words': async () => {
    const [words, id, code] = [aWord(), randomUUID(), `PL-DL-2020-${String(++numbered).padStart(5, '0')}`]
    await run(
      `insert into data_requests (authority_id, id, code, kind, subject_type, subject_id, subject_code, proof, status, requested_at, requested_on, done_on, secret_hash, client_token)
       values (1, $1, $2, 'provide', 'petition', gen_random_uuid(), 'PL-2020-00001', 'secret', 'done', $3::date, $3::date, $3::date, '', gen_random_uuid())`,
      [id, code, LONG_AGO],
    )
    await run(`insert into data_request_words (authority_id, request_id, words, corrections) values (1, $1, $2, '{}')`, [id, words])
    return { code, words }
  },
  'audit.looks': async () => {
    const petition = await petitionAt('declined')
    const words = aWord()
    await run(
      `insert into audit_entries (authority_id, actor_id, action, matter_type, matter_id, at) values (1, $1, 'read', 'petition', $2, $3)`,
      [words, petition.id, noon('2020-05-10')],
    )
    return { code: petition.code, words }
  },
  'account.closed': async () => {
    const [words, id] = [aWord(), randomUUID()]
    await run(
      `insert into auth_users (id, username, name, email, email_verified, created_at, updated_at) values ($1, $1, $2, $1 || '@x', true, $3, $3)`,
      [id, words, noon(LONG_AGO)],
    )
    await run(`insert into staff (authority_id, person_id, roles, valid_from, deactivated_at) values (1, $1, '{resident}', $2::date, $3)`, [
      id,
      LONG_AGO,
      noon(LONG_AGO),
    ])
    return { code: accountCode(id), words }
  },
}

const options = (db = site.db) => ({ db, now: () => clock, publicUrl: null, retained, dropPages: () => undefined })
const turn = (rule: RuleId) =>
  site.db.transaction().execute((trx) => {
    const keepMonths = rulesOn(TODAY).find(({ id }) => id === rule)!.keepMonths
    return addSwitch(trx, scope, {
      rule,
      isOn: true,
      keepMonths,
      announceDays: 30,
      documentNumber: '12/QĐ-UBND',
      setBy: then.people.get('khanh')!.personId,
      setAt: clock,
    })
  })
const hold = (code: string) =>
  placeHold({ db: site.db, now: () => clock, retained }, scope, then.people.get('hoa')!, {
    code,
    ground: 'inspection',
    documentNumber: '3/TB-TTr',
    reviewOn: addDays(TODAY, 20),
  })
async function lift(code: string) {
  const { id } = await site.db.selectFrom('retention_holds').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  await liftHold({ db: site.db, now: () => clock, retained }, scope, then.people.get('lam')!, id)
}
const later = (days: number) => {
  clock = noon(addDays(TODAY, days))
}
const isStored = async ({ words }: Made, db = site.db) => (await everythingStored(db)).includes(words)

/** Nights one after the other, from one day to another: what may go is announced, what was announced goes. */
async function nights(from: number, to: number, step = 31): Promise<void> {
  for (let day = from; day <= to; day += step) {
    later(day)
    await proposeBatches(options(), scope)
    await eraseDue(options(), scope)
  }
}

describe.each(ruleIds)('the class %s', (rule) => {
  test('a held thing stays whole while another goes; lifted, it goes by an announcement of its own', async () => {
    const [held, free] = [await making[rule](), await making[rule]()]
    await hold(held.code)
    await turn(rule)
    // Past the day to look again, which ends nothing.
    await nights(0, 93)
    expect([await isStored(held), await isStored(free)]).toEqual([true, false])
    later(100)
    await lift(held.code)
    await nights(101, 101)
    expect(await isStored(held)).toBe(true)
    // Lifting touched it: 31 days of quiet, then 30 of notice.
    await nights(132, 194)
    expect(await isStored(held)).toBe(false)
  })

  test('held after it was announced, it is taken out, and the reason is told', async () => {
    const made = await making[rule]()
    await turn(rule)
    await proposeBatches(options(), scope)
    later(10)
    await hold(made.code)
    later(45)
    await eraseDue(options(), scope)
    expect(await isStored(made)).toBe(true)
    const item = await site.db.selectFrom('retention_items').select(['state', 'because']).where('state', '<>', 'erased').executeTakeFirst()
    // A month of looks goes without the lines of what is held: there is nothing of it left then.
    expect(item).toEqual(rule === 'audit.looks' ? { state: 'takenOut', because: 'changed' } : { state: 'takenOut', because: 'hold' })
  })
})

test('of a comment that was removed everything goes, of one that is shown the address alone', async () => {
  const [shown, removed] = [await commentAt('shown'), await commentAt('removed')]
  await turn('comment.past')
  await nights(0, 31)
  const rows = await site.db
    .selectFrom('comments')
    .leftJoin('comment_words', 'comment_words.comment_id', 'comments.id')
    .select(['code', 'name', 'body', 'email', 'erased_at'])
    .where('code', 'in', [shown.code, removed.code])
    .orderBy('code')
    .execute()
  expect(rows).toEqual([
    { code: shown.code, name: 'Lan', body: 'Lời', email: null, erased_at: null },
    { code: removed.code, name: null, body: null, email: null, erased_at: noon(addDays(TODAY, 31)) },
  ])
  expect(await isStored(removed)).toBe(false)
  // Done once: nothing is announced again.
  later(60)
  await proposeBatches(options(), scope)
  const again = await site.db.selectFrom('retention_items').select('code').where('state', '=', 'announced').execute()
  expect(again.map(({ code }) => code)).not.toContain(shown.code)
})

test('of a verdict whose words were refused the words and photos go, the figure stays; what is shown stays whole', async () => {
  const [shown, removed] = [await verdictAt('shown'), await verdictAt('removed')]
  await turn('verdict.past')
  await nights(0, 31)
  expect([await isStored(shown), await isStored(removed)]).toEqual([true, false])
  const rows = await site.db
    .selectFrom('verdict_words')
    .innerJoin('verdict_rounds', 'verdict_rounds.id', 'verdict_words.round_id')
    .select(['code', 'name', 'photos', 'erased_at', 'said_not'])
    .where('code', 'in', [shown.code, removed.code])
    .orderBy('code')
    .execute()
  expect(rows).toEqual([
    { code: shown.code, name: 'Lan', photos: 1, erased_at: null, said_not: 1 },
    { code: removed.code, name: null, photos: 0, erased_at: noon(addDays(TODAY, 31)), said_not: 1 },
  ])
  const files = await site.db.selectFrom('files').select('matter_id').where('matter_id', 'in', [shown.id, removed.id]).execute()
  expect(files).toEqual([{ matter_id: shown.id }])
})

describe('a backup with held things, restored', () => {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-held-'))
  chmodSync(folder, 0o711)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds them on: the restored office erases what is free, and nothing that is held', async () => {
    const [held, free] = [await making['petition.unprocessed'](), await making['petition.unprocessed']()]
    const comment = await making['comment.past']()
    await hold(held.code)
    await hold(comment.code)
    for (const rule of ['petition.unprocessed', 'comment.past'] as const) await turn(rule)
    const secretsDir = join(site.dataDir, 'secrets')
    mkdirSync(secretsDir, { recursive: true })
    writeFileSync(join(secretsDir, 'app-key'), site.appKey.toString('base64url'), { mode: 0o600 })
    const archive = join(folder, 'held.tar.gz')
    const storage = await diskStorage(join(site.dataDir, 'files'))
    await backupToFile({ url: site.url, storage, secretsDir, recipients: [] }, archive)

    const url = await emptyDatabase()
    const open = archiveIn(archive, undefined)
    await restoreArchive(open, await verifyArchive(open), { url, filesDir: join(folder, 'files'), secretsDir: join(folder, 'secrets') })
    expect(await bringForward(url)).toEqual([])
    const restored = connect(url, 2)
    try {
      const holds = await restored.db.selectFrom('retention_holds').select('code').where('lifted_at', 'is', null).execute()
      expect(holds.map(({ code }) => code).toSorted()).toEqual([held.code, comment.code].toSorted())
      await proposeBatches(options(restored.db), scope)
      later(31)
      await eraseDue(options(restored.db), scope)
      expect([await isStored(held, restored.db), await isStored(comment, restored.db), await isStored(free, restored.db)]).toEqual([
        true,
        true,
        false,
      ])
    } finally {
      await restored.close()
    }
  })
})
