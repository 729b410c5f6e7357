import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appOn, testApp } from '../../../../tests/support/app.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { testWitness } from '../../../../tests/support/witness.ts'
import type { Db } from '../../../platform/database.ts'
import { publicForms } from '../../../public-forms.ts'
import { openCheckpoint } from '../../../shared/tlog/checkpoint.ts'
import { cosign, verifierOf } from '../../../shared/tlog/cosignature.ts'
import { formatNote, parseNote, verifyNote } from '../../../shared/tlog/note.ts'
import { signRefusal } from '../../../shared/tlog/refusal.ts'
import { formatVkey, keyTypes, newSigningKey, parseVkey } from '../../../shared/tlog/vkey.ts'
import { pullOnce } from '../../../witness/pull.ts'
import { townAt } from '../../../witness/town.ts'
import { appendEntry } from '../../history/index.ts'
import { askWitnesses, integrateAll, setUpLog } from '../index.ts'

const scope = { authorityId: 1 }
const clock = { now: new Date('2026-11-26T15:30:00+07:00') }
const now = () => clock.now
const { app, db, signIn, dataDir } = await testApp({ now })
const folder = join(dataDir, 'log')
const ORIGIN = 'phuoc-long.vidu.vn/log'
const log = { error: () => undefined }
const key = (await setUpLog(db, scope, { folder, origin: ORIGIN })).vkey
const base = await app.listen({ port: 0, host: '127.0.0.1' })
/** The witness of the whole file. */
const school = await testWitness([key], { now })

let lamps = 0
/** Public steps, and the log with them. */
async function act(count: number, on: { db: Db; folder: string } = { db, folder }): Promise<void> {
  await on.db.transaction().execute(async (trx) => {
    for (let n = 0; n < count; n++) {
      lamps++
      const matter = { type: 'lamp', id: `018f3b4e-0000-7000-8000-${String(lamps).padStart(12, '0')}` }
      await appendEntry(trx, scope, matter, { type: 'lamp.lit', audience: 'public' }, { role: null, personId: null, at: now() })
    }
  })
  await integrateAll({ ...on, forms: publicForms }, scope)
}

const ask = () => askWitnesses({ db, now, dropPages: app.dropPages, log }, scope)
const page = async () => (await app.inject({ url: '/so-cong-khai/nhan-chung' })).body
const checkpoint = async () => (await app.inject({ url: '/log/checkpoint' })).body
const send = (path: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1/log/${path}`, payload })

async function form(who: string, path: string, fields: Record<string, string>) {
  const cookie = await signIn(who)
  const opened = await app.inject({ url: '/lam-viec/quan-tri/nhan-chung', headers: { cookie } })
  const token = /name="_csrf" value="([^"]+)"/.exec(opened.body)?.[1] ?? ''
  const jar = [cookie, ...opened.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
  return app.inject({
    method: 'POST',
    url: path,
    headers: { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _csrf: token }).toString(),
  })
}
const add = (fields: Record<string, string>) => {
  clock.now = new Date(clock.now.getTime() + 1)
  return form('khanh', '/lam-viec/quan-tri/nhan-chung', fields)
}
const retire = (id: string, who = 'khanh') => form(who, `/lam-viec/quan-tri/nhan-chung/${id}/thoi`, {})
const idOf = async (title: string) =>
  (await db.selectFrom('log_witnesses').select('id').where('title', '=', title).where('retired_at', 'is', null).executeTakeFirstOrThrow())
    .id

beforeAll(() => act(10))

describe('a witness that is on the list', () => {
  test('is asked after new lines; its cosignature stands in the checkpoint, and the page says how long ago', async () => {
    expect((await add({ title: 'Trường THCS Tân Lập', vkey: school.vkey, url: `${school.url}/` })).statusCode).toBe(303)
    expect(await page()).toMatch(/Trường THCS Tân Lập[\s\S]*Chưa ký lần nào/)
    expect(await ask()).toMatchObject([{ outcome: 'cosigned' }])
    const note = parseNote(await checkpoint())
    expect(verifyNote(note, [parseVkey(key), parseVkey(school.vkey)].map(verifierOf))).toHaveLength(2)
    const { size } = openCheckpoint(await checkpoint(), [parseVkey(key)]).checkpoint
    expect(await page()).toContain(`Đã ký kèm đến dòng ${size}, vừa xong`)
    clock.now = new Date(clock.now.getTime() + 3 * 60_000)
    app.dropPages(['witnesses'])
    expect(await page()).toContain('3 phút trước')
    const english = (await app.inject({ url: '/en/so-cong-khai/nhan-chung' })).body
    expect(english).toContain(`Cosigned up to line ${size}, 3 minutes ago.`)
  })

  test('signs again later, and goes on with the log over many tiles', async () => {
    await act(600)
    expect(parseNote(await checkpoint()).signatures).toHaveLength(1)
    expect(await page()).toMatch(/Còn \d+ dòng mới chưa được ký kèm/)
    expect(await ask()).toMatchObject([{ outcome: 'cosigned' }])
    const first = await db.selectFrom('log_cosignatures').select('cosigned_at').orderBy('size', 'desc').executeTakeFirstOrThrow()
    clock.now = new Date(clock.now.getTime() + 60_000)
    await ask()
    const again = await db.selectFrom('log_cosignatures').select('cosigned_at').orderBy('size', 'desc').executeTakeFirstOrThrow()
    expect(again.cosigned_at.getTime() - first.cosigned_at.getTime()).toBe(60_000)
    expect(parseNote(await checkpoint()).signatures).toHaveLength(2)
  })

  test('was added and is retired in the public log itself, with the key and nothing else', async () => {
    const second = await testWitness([key], { name: 'mttq.vidu.vn', now })
    await add({ title: 'Mặt trận', vkey: second.vkey, url: '' })
    const id = await idOf('Mặt trận')
    expect((await retire(id)).statusCode).toBe(303)
    expect((await retire(id)).statusCode).toBe(409)
    await act(0)
    const leaves = await db.selectFrom('log_leaves').select('leaf').orderBy('position', 'desc').limit(2).execute()
    expect(leaves.map(({ leaf }) => JSON.parse(leaf.toString())).map(({ type, facts }) => [type, facts])).toEqual([
      ['witness.retired', { key: second.vkey }],
      ['witness.added', { key: second.vkey }],
    ])
    expect(await page()).toMatch(/Đã thôi làm nhân chứng[\s\S]*Mặt trận/)
    const audited = await db.selectFrom('audit_entries').select('action').where('matter_id', '=', id).orderBy('id').execute()
    expect(audited.map(({ action }) => action)).toEqual(['witness.added', 'witness.retired'])
    await expect(sql`delete from log_witnesses where id = ${id}`.execute(db)).rejects.toThrow(/stay/)
  })

  test('that sleeps holds up nobody; when it is back it signs what it missed', async () => {
    const sleepy = await testWitness([key], { name: 'ngu.vidu.vn', now })
    await add({ title: 'Ngủ', vkey: sleepy.vkey, url: 'http://127.0.0.1:1' })
    await act(1)
    expect((await ask()).map(({ outcome }) => outcome)).toEqual(['cosigned', 'unreachable'])
    expect(await page()).toContain('Chưa liên lạc được')
    await db.updateTable('log_witnesses').set({ url: sleepy.url }).where('title', '=', 'Ngủ').execute()
    expect((await ask()).map(({ outcome }) => outcome)).toEqual(['cosigned', 'cosigned'])
    await retire(await idOf('Ngủ'))
  })

  test('that does not know the log or its key, or answers nonsense, is no cosigner', async () => {
    const stranger = await testWitness([], { name: 'la.vidu.vn', now })
    const otherKey = await testWitness([anotherKey()], { name: 'khoa.vidu.vn', now })
    await add({ title: 'Lạ', vkey: stranger.vkey, url: stranger.url })
    await add({ title: 'Khóa', vkey: otherKey.vkey, url: otherKey.url })
    for (const [at, answer] of ['hello', '— x AAAA\n', 'x'.repeat(50_000)].entries()) {
      const liar = createServer((_request, response) => response.end(answer))
      await new Promise<void>((done) => liar.listen(0, '127.0.0.1', done))
      afterAll(() => new Promise((done) => liar.close(done)))
      const { vkey } = await testWitness([], { name: `noi-doi-${at}.vn` })
      await add({ title: `Dối ${at}`, vkey, url: `http://127.0.0.1:${(liar.address() as AddressInfo).port}` })
    }
    const outcomes = (await ask()).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['cosigned', 'unknownLog', 'unknownKey', 'badAnswer', 'badAnswer', 'badAnswer'])
    expect(parseNote(await checkpoint()).signatures).toHaveLength(2)
    for (const title of ['Lạ', 'Khóa', 'Dối 0', 'Dối 1', 'Dối 2']) await retire(await idOf(title))
  })
})

/** A key with the name of our log that is not its key. */
function anotherKey(): string {
  return formatVkey(newSigningKey(ORIGIN, keyTypes.note).vkey)
}

describe('a witness that fetches', async () => {
  const fetcher = await testWitness([key], { name: 'truong-tu-den.vidu.vn', now })
  const pull = () => pullOnce(fetcher.witness, townAt(base))

  test('is nobody before it is on the list', async () => {
    expect(await pull()).toMatchObject({ outcome: 'failed', because: 'notListed' })
    expect((await add({ title: 'Trường tự đến', vkey: fetcher.vkey, url: '' })).statusCode).toBe(303)
  })

  test('takes checkpoint and tiles from the town and brings its signature', async () => {
    expect(await pull()).toMatchObject({ outcome: 'cosigned' })
    await act(300)
    expect(await pull()).toMatchObject({ outcome: 'cosigned' })
    const signed = verifyNote(parseNote(await checkpoint()), [verifierOf(parseVkey(fetcher.vkey))])
    expect(signed).toHaveLength(1)
  })

  test.each([
    ['nothing', {}, 422],
    ['what is no note', { note: 'x' }, 422],
    ['too much', { note: 'x'.repeat(40_001) }, 422],
    ['a field that is not there', { note: 'x', more: 1 }, 422],
  ])('is refused when it brings %s', async (_name, payload, status) => {
    expect((await send('cosignatures', payload)).statusCode).toBe(status)
    expect((await send('refusals', payload)).statusCode).toBe(status)
  })

  test('brings nothing that is not of this log, or not signed by a witness, or signed in the future', async () => {
    const before = await db.selectFrom('log_cosignatures').selectAll().execute()
    const note = parseNote(await checkpoint())
    const own = note.signatures.filter(({ name }) => name === ORIGIN)
    expect((await send('cosignatures', { note: formatNote({ ...note, signatures: own }) })).json()).toMatchObject({ status: 403 })
    expect((await send('cosignatures', { note: (await checkpoint()).replace(`${ORIGIN}\n`, 'khac.vn/log\n') })).statusCode).toBe(409)
    const tomorrow = cosign(fetcher.witness.key, note.text, new Date(now().getTime() + 86_400_000))
    expect((await send('cosignatures', { note: formatNote({ ...note, signatures: [...own, tomorrow] }) })).statusCode).toBe(403)
    expect(await db.selectFrom('log_cosignatures').selectAll().execute()).toEqual(before)
  })

  test('says that it refuses, under its own key alone', async () => {
    const head = { size: 5, root: new Uint8Array(32) }
    const refusal = { origin: ORIGIN, reason: 'otherRoot', at: now(), known: head, shown: head } as const
    const stranger = await testWitness([], { name: 'nguoi-la.vn' })
    expect((await send('refusals', { note: signRefusal(stranger.witness.key, refusal) })).statusCode).toBe(403)
    expect((await send('refusals', { note: signRefusal(fetcher.witness.key, { ...refusal, origin: 'khac.vn' }) })).statusCode).toBe(403)
    expect(await db.selectFrom('log_refusals').selectAll().execute()).toEqual([])
    expect((await send('refusals', { note: signRefusal(fetcher.witness.key, refusal) })).statusCode).toBe(201)
    expect(await page()).toContain('Có nhân chứng từ chối ký sổ này')
    await pull()
    expect(await page()).not.toContain('Có nhân chứng từ chối ký sổ này')
    expect(await page(), 'what was said stays').toContain('Cùng số dòng mà nội dung khác')
    await expect(sql`delete from log_refusals`.execute(db)).rejects.toThrow(/stay/)
  })
})

/** Another server with the same key: a database that holds the first `size` lines of the log, as a copy or an old backup would. */
async function otherServer(size: number) {
  const other = await testDatabase()
  const tables = ['authorities', 'log_keys', 'log_heads', 'log_leaves', 'log_tiles', 'log_witnesses'] as const
  for (const table of tables) {
    const rows = (await db
      .selectFrom(table as 'log_keys')
      .selectAll()
      .execute()) as unknown as Record<string, number>[]
    const kept = rows.filter((row) => (row['position'] ?? -1) < size && (table !== 'log_heads' || row['size']! <= size))
    const whole = table === 'log_tiles' ? kept.filter((row) => (row['n']! + 1) * 256 ** (row['level']! + 1) <= size) : kept
    for (const row of whole.toSorted((a, b) => (a['size'] ?? 0) - (b['size'] ?? 0)))
      await other.db
        .insertInto(table as 'log_keys')
        .values(row as never)
        .execute()
  }
  const dir = mkdtempSync(join(tmpdir(), 'congdan-other-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const opened = await appOn(other, { dataDir: dir, appKey: Buffer.alloc(32, 7), now })
  const asking = () => {
    clock.now = new Date(clock.now.getTime() + 1_000)
    return askWitnesses({ db: other.db, now, dropPages: opened.app.dropPages, log }, scope)
  }
  const show = async () => (await opened.app.inject({ url: '/so-cong-khai/nhan-chung' })).body
  return { ...other, ...opened, ask: asking, page: show, act: (count: number) => act(count, { db: other.db, folder }) }
}

describe('the drill: the witness refuses, and the page says so plainly', () => {
  const sizeOf = async (on: Db) => (await on.selectFrom('log_heads').select('size').orderBy('size', 'desc').executeTakeFirstOrThrow()).size
  const alarm = 'Có nhân chứng từ chối ký sổ này'

  beforeAll(async () => {
    await act(3)
    await ask()
  })

  test('two servers at once with the same key', async () => {
    const size = await sizeOf(db)
    const second = await otherServer(size)
    await second.act(2)
    await act(5)
    expect(await ask()).toMatchObject([{ outcome: 'cosigned', size: size + 5 }])
    expect(await second.ask(), 'the second history is behind').toMatchObject([{ outcome: 'refused', reason: 'shorter' }])
    await second.act(3)
    expect(await second.ask(), 'as many lines').toMatchObject([{ outcome: 'refused', reason: 'otherRoot' }])
    await second.act(1)
    expect(await second.ask(), 'more lines').toMatchObject([{ outcome: 'refused', reason: 'inconsistent' }])
    const shown = await second.page()
    expect(shown).toContain(alarm)
    expect(shown).toMatch(/không nối tiếp sổ đã ký[\s\S]*Cùng số dòng mà nội dung khác[\s\S]*ngắn hơn sổ đã ký/)
    expect(await page(), 'the first server is at peace').not.toContain(alarm)
  })

  test('an old backup, restored', async () => {
    const size = await sizeOf(db)
    await act(4)
    await ask()
    const restored = await otherServer(size)
    expect(await restored.ask()).toEqual([{ outcome: 'refused', reason: 'shorter', known: size + 4, shown: size }])
    const shown = await restored.page()
    expect(shown).toContain(alarm)
    expect(shown).toContain(`Đã ký ${size + 4} dòng, được đưa ra ${size} dòng.`)
    expect((await restored.app.inject({ url: '/log/checkpoint' })).body).not.toContain('truong.vidu.vn')
    expect((await restored.app.inject({ url: '/en/so-cong-khai/nhan-chung' })).body).toContain('A witness refuses to sign this log')
  })

  test('a line that was rewritten', async () => {
    const size = await sizeOf(db)
    const rewritten = await otherServer(size)
    // Whoever rules the machine can switch the triggers off and build the whole tree anew; nobody can do so at the witness.
    await rewritten.db.transaction().execute(async (trx) => {
      for (const table of ['log_leaves', 'log_tiles', 'log_heads'])
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx)
      await sql`update log_leaves set leaf = convert_to('{"nobody":"was late"}', 'UTF8') where position = 2`.execute(trx)
      await sql`update log_leaves set hash = sha256('\\x00'::bytea || leaf)`.execute(trx)
      await sql`delete from log_tiles`.execute(trx)
      await sql`delete from log_heads`.execute(trx)
    })
    await rebuild(rewritten.db)
    await rewritten.act(1)
    expect(await rewritten.ask()).toMatchObject([{ outcome: 'refused', reason: 'inconsistent', known: size, shown: size + 1 }])
    expect(await rewritten.page()).toContain('một dòng cũ đã bị sửa hoặc bị bỏ')
  })

  test('and once the true log is back, it is cosigned as before', async () => {
    await act(1)
    expect(await ask()).toMatchObject([{ outcome: 'cosigned' }])
    expect(await page()).not.toContain(alarm)
  })
})

/** Builds tiles and a signed head over the rows as they stand: what a forger with the key would do. */
async function rebuild(other: Db): Promise<void> {
  const { append, emptyEdge, rootOf } = await import('../edge.ts')
  const { readKeyFile } = await import('../log-keys.ts')
  const { noteSigner, signNote } = await import('../../../shared/tlog/note.ts')
  const { formatCheckpoint } = await import('../../../shared/tlog/checkpoint.ts')
  const leaves = await other.selectFrom('log_leaves').select('hash').orderBy('position').execute()
  const { edge, full } = append(
    emptyEdge(),
    leaves.map(({ hash }) => hash),
  )
  for (const { level, n, hashes, root } of full)
    await other
      .insertInto('log_tiles')
      .values({ authority_id: 1, level, n, hashes: Buffer.concat(hashes), root: Buffer.from(root) })
      .execute()
  const signer = readKeyFile(folder, scope, key)
  const head = (size: number, root: Uint8Array, previous: number | null) => ({
    authority_id: 1,
    size,
    previous_size: previous,
    root: Buffer.from(root),
    checkpoint: signNote(formatCheckpoint({ origin: ORIGIN, size, root }), [noteSigner(signer)]),
  })
  await other
    .insertInto('log_heads')
    .values([head(0, rootOf(emptyEdge()), null), head(edge.size, rootOf(edge), 0)])
    .execute()
}

describe('the list is the administrator’s', () => {
  const fields = { title: 'Trường', vkey: 'x', url: 'ftp://x' }

  test('each wrong field is named, nothing is written, what was typed is still there', async () => {
    const before = await db.selectFrom('log_witnesses').selectAll().execute()
    const refused = await add({ ...fields, title: ' ' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Tên nhân chứng: chưa có nội dung')
    expect(refused.body).toContain('Khóa của nhân chứng: không phải khóa của một nhân chứng')
    expect(refused.body).toContain('Địa chỉ của nhân chứng: hãy ghi một địa chỉ')
    expect(refused.body).toContain('value="ftp://x"')
    expect((await add({ ...fields, url: '', vkey: key })).body, 'the key of a log is none of a witness').toContain(
      'không phải khóa của một nhân chứng',
    )
    const known = before.find(({ retired_at }) => retired_at === null)!
    const again = await add({ title: 'Lần nữa', vkey: known.vkey, url: '' })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('Nhân chứng có khóa này đã ở trong danh sách')
    expect((await retire('018f3b4e-0000-7000-8000-000000000001')).statusCode).toBe(409)
    expect((await retire('x')).statusCode).toBe(404)
    expect(await db.selectFrom('log_witnesses').selectAll().execute()).toEqual(before)
  })

  test.each([
    ['hoa', 403, 403],
    ['nam', 403, 403],
    ['mai', 403, 403],
    ['dung', 403, 403],
    ['tuyet', 403, 403],
    ['binh', 403, 403],
    ['lam', 200, 403],
    ['phuc', 200, 403],
    ['khanh', 200, 422],
  ])('%s: reading %i, changing %i', async (who, reading, changing) => {
    const before = await db.selectFrom('log_witnesses').selectAll().execute()
    const cookie = await signIn(who)
    expect((await app.inject({ url: '/lam-viec/quan-tri/nhan-chung', headers: { cookie } })).statusCode).toBe(reading)
    expect((await form(who, '/lam-viec/quan-tri/nhan-chung', fields)).statusCode).toBe(changing)
    if (who !== 'khanh') expect((await retire(before[0]!.id, who)).statusCode).toBe(403)
    expect(await db.selectFrom('log_witnesses').selectAll().execute()).toEqual(before)
  })

  test('a visitor is asked to sign in', async () => {
    expect((await app.inject({ url: '/lam-viec/quan-tri/nhan-chung' })).headers.location).toMatch(/dang-nhap/)
  })
})
