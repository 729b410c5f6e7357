import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { mailWorker, PUBLIC_URL } from '../../../../tests/support/mail-worker.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { startSmtp } from '../../../../tests/support/smtp.ts'
import { setWorkEmail } from '../../accounts/index.ts'
import { comparePetitionCounts } from '../compare-counts.ts'
import type { Petition } from '../petition.ts'
import { BULK } from './bulk-act.ts'
import { listBulkCases } from './bulk-repository.ts'
import { text } from './text.ts'

const site = await testApp()
const { db } = site
const cases = await officeCases(site)
const scope = { authorityId: 1 }
const browsers = new Map<string, FormBrowser>()
const as = (name: string) => browsers.get(name)!
const person = (name: string) => cases.people.get(name)!
const mailOf = (name: string) => `${name}@phuoclong.example.vn`

beforeAll(async () => {
  for (const name of ['hoa', 'nam', 'mai', 'dung', 'lam', 'phuc']) browsers.set(name, await formBrowser(site, name))
  await db.transaction().execute(async (trx) => {
    for (const name of ['nam', 'mai', 'dung', 'lam']) await setWorkEmail(trx, scope, person(name).personId, mailOf(name))
  })
})

beforeEach(async () => {
  await db.deleteFrom('outbox').execute()
})

async function press(who: string, chosen: readonly Pick<Petition, 'code' | 'version'>[], id: string = randomUUID()) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await as(who).get('/tai-khoan')).body)![1]!
  const list = chosen.map(({ code, version }) => ['don', `${code}:${version}`])
  return as(who).postRaw(BULK, new URLSearchParams([['_csrf', token], ['id', id], ['viec', 'remind'], ...list]).toString())
}
const preview = (who: string, chosen: readonly { code: string }[]) =>
  as(who).get(`${BULK}?${new URLSearchParams([['viec', 'remind'], ...chosen.map(({ code }) => ['don', code])])}`)
const resultsOf = async (location: string | undefined) =>
  (await listBulkCases(db, scope, location!.split('/').at(-1)!)).map(({ code, result }) => [code, result])
const entriesOf = ({ id }: { id: string }) =>
  db.selectFrom('history_entries').selectAll().where('matter_id', '=', id).where('type', '=', 'petition.reminded').execute()
const rowOf = ({ id }: { id: string }) => db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function mails() {
  const smtp = await startSmtp()
  const one = await mailWorker(site, smtp.url)
  const other = await mailWorker(site, smtp.url)
  await Promise.all([one.work(), other.work()])
  return smtp.received
}

/** A case with a unit and nobody in charge there. */
async function withoutOfficer() {
  return cases.act('hoa', await cases.aCase('unassigned'), 'assign', { unit: cases.unitId })
}

describe('many cases are reminded of', () => {
  test('one mail an officer with all the own cases, an internal line a case, and the case itself as it was', async () => {
    const first = await cases.aCase('assigned', { subject: 'Chuyện rất riêng của tôi' })
    const second = await cases.aCase('drafted')
    const free = await withoutOfficer()
    const before = [await rowOf(first), await rowOf(second)]
    const response = await press('lam', [first, second, free])
    expect(await resultsOf(response.headers.location)).toEqual([first, second, free].map(({ code }) => [code, 'done']))
    const received = await mails()
    expect(received.map(({ to }) => to).toSorted()).toEqual([[mailOf('dung')], [mailOf('nam')]])
    const [nam, dung] = ['nam', 'dung'].map((name) => received.find(({ to }) => to.includes(mailOf(name)))!.body)
    for (const { code } of [first, second]) expect(nam).toContain(`${PUBLIC_URL}/lam-viec/don/${code}`)
    expect(nam).not.toContain(free.code)
    expect(dung).toContain(free.code)
    expect(nam).toContain(person('lam').name)
    for (const body of [nam, dung]) {
      expect(body).not.toContain('rất riêng')
      expect(body).not.toContain('Trương Thị Bình')
      expect(body).not.toContain('/thu/')
    }
    expect(await entriesOf(first)).toMatchObject([
      { audience: 'internal', actor_role: 'chairman', actor_id: person('lam').personId, facts: { personIds: [person('nam').personId] } },
    ])
    expect([await rowOf(first), await rowOf(second)]).toEqual(before)
    expect((await as('nam').get('/lam-viec')).body).toContain(text.vi.remindedToday)
    expect((await as('nam').get(`/lam-viec/don/${first.code}`)).body).toContain('Nhắc người phụ trách')
    expect(await comparePetitionCounts(db, scope)).toEqual([])
  })

  test('what cannot be reminded of is named with its reason, before and after, and nothing is written for it', async () => {
    const open = await cases.aCase('assigned')
    const done = await cases.aCase('declined')
    const nobody = await cases.aCase('unassigned')
    const told = await cases.aCase('assigned')
    await press('hoa', [told])
    const promised = await cases.aCase('promised', { kind: 'feedback' })
    const chosen = [open, done, nobody, told, promised, { code: 'PL-2026-99999', version: 0 }]
    const shown = (await preview('hoa', chosen)).body
    expect(shown).toContain('Sẽ làm: 2 hồ sơ')
    for (const code of ['nothing_to_remind', 'no_owner', 'reminded_today', 'not_found'] as const)
      expect(shown).toContain(text.vi.errors[code])
    const response = await press('hoa', chosen)
    expect(await resultsOf(response.headers.location)).toEqual([
      [open.code, 'done'],
      [done.code, 'nothing_to_remind'],
      [nobody.code, 'no_owner'],
      [told.code, 'reminded_today'],
      [promised.code, 'done'],
      ['PL-2026-99999', 'not_found'],
    ])
    const report = (await as('hoa').get(response.headers.location!)).body
    expect(report).toContain('Bị từ chối: 4 hồ sơ')
    expect(report).toContain(text.vi.errors.no_owner)
    expect([(await entriesOf(told)).length, (await entriesOf(done)).length, (await entriesOf(nobody)).length]).toEqual([1, 0, 0])
  })

  test('a head reminds within the own unit, and not of the own work', async () => {
    const own = await cases.aCase('assigned')
    const mine = await cases.act('hoa', await withoutOfficer(), 'assign', { unit: cases.unitId, officer: person('dung').personId })
    const others = await cases.act('hoa', await cases.aCase('unassigned'), 'assign', {
      unit: person('mai').unitId!,
      officer: person('mai').personId,
    })
    const response = await press('dung', [own, mine, others])
    expect(await resultsOf(response.headers.location)).toEqual([
      [own.code, 'done'],
      [mine.code, 'own_work'],
      [others.code, 'not_found'],
    ])
  })

  test('the same press sent twice at once, and two presses at once: each case once, each officer one mail', async () => {
    // What earlier presses still had to send.
    await mails()
    const petitions = [await cases.aCase('assigned'), await cases.aCase('assigned')]
    const id = randomUUID()
    const answers = await Promise.all([press('hoa', petitions, id), press('hoa', petitions, id), press('lam', petitions.toReversed())])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    for (const petition of petitions) expect(await entriesOf(petition)).toHaveLength(1)
    const results = await Promise.all([resultsOf(answers[0]!.headers.location), resultsOf(answers[2]!.headers.location)])
    expect(results.flat().filter(([, result]) => result === 'done')).toHaveLength(2)
    expect(results.flat().filter(([, result]) => result === 'reminded_today')).toHaveLength(2)
    const received = await mails()
    expect(received.every(({ to }) => to.includes(mailOf('nam')))).toBe(true)
    const presses = new Set((await db.selectFrom('petition_reminders').select('bulk_id').execute()).map((row) => row.bulk_id))
    expect(received.length).toBe([...presses].filter((one) => answers.some(({ headers }) => headers.location?.endsWith(one))).length)
    expect((await mails()).length).toBe(0)
  })

  test('an auditor and an officer may not, and nothing is written', async () => {
    const petition = await cases.aCase('assigned')
    const before = await rowsWritten(db)
    for (const who of ['phuc', 'nam']) {
      expect((await preview(who, [petition])).statusCode).toBe(403)
      expect((await press(who, [petition])).statusCode).toBe(403)
    }
    expect(await rowsWritten(db)).toEqual(before)
  })

  test('to an officer without a work address the list alone says so', async () => {
    await db.transaction().execute((trx) => setWorkEmail(trx, scope, person('nam').personId, null))
    const petition = await cases.aCase('assigned')
    const response = await press('hoa', [petition])
    expect(await resultsOf(response.headers.location)).toEqual([[petition.code, 'done']])
    expect(await mails()).toEqual([])
    expect((await as('nam').get('/lam-viec')).body).toContain(text.vi.remindedToday)
  })
})
