import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mirrorJob } from '../../src/mirror-job.ts'
import { integrateAll, setUpLog } from '../../src/modules/log/index.ts'
import { publicForms } from '../../src/public-forms.ts'
import { testApp } from '../support/app.ts'
import { expectOpensOffline, filesOf, proveMirror } from '../support/mirror-check.ts'
import { unzip } from '../support/unzip.ts'

let clock = new Date('2026-11-22T10:00:00+07:00')
const now = () => clock
const { app, db, dataDir } = await testApp({ now, petitions: true })
const FILE = '/so-cong-khai/ban-sao.zip'
const keyFolder = join(dataDir, 'log')
const town = { authorityId: 1 }
const errors: string[] = []
const log = { info: () => undefined, error: (_details: object, message: string) => errors.push(message) }
const night = (asked: Pick<FastifyInstance, 'inject'> = app) =>
  mirrorJob({ config: { dataDir, publicUrl: null }, db, app: asked, dropPages: app.dropPages, log, now }).run({})
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-stick-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Downloads and unpacks. */
async function taken(headers: Record<string, string> = {}): Promise<{ folder: string; sha256: string; names: string[] }> {
  const answer = await get(FILE, headers)
  expect(answer.statusCode).toBe(200)
  const stick = newFolder()
  const path = join(stick, 'x.zip')
  writeFileSync(path, answer.rawPayload)
  const names = unzip(path, stick)
  const title = names[0]!.split('/')[0]!
  return { folder: join(stick, title), sha256: createHash('sha256').update(answer.rawPayload).digest('hex'), names }
}

let vkey = ''
beforeAll(async () => {
  const common = {
    tier: 'ward',
    remote: false,
    demo: false,
    valid_from: '2025-07-01',
    valid_to: null,
    address: '',
    reception_hours: '',
    phone: '',
  } as const
  await db
    .insertInto('authorities')
    .values([
      { ...common, id: 2, slug: 'bu-gia-map', name: 'Bù Gia Mập', short_name: 'BGM', code_prefix: 'BGM', host: 'bu-gia-map.vidu.vn' },
      { ...common, id: 3, slug: 'khong-dia-chi', name: 'Không địa chỉ', short_name: 'KDC', code_prefix: 'KDC', host: null },
    ])
    .execute()
  const setUp = (id: number, name: string) => setUpLog(db, { authorityId: id }, { folder: keyFolder, origin: `${name}.vidu.vn/log` })
  vkey = (await setUp(1, 'phuoc-long')).vkey
  await setUp(2, 'bu-gia-map')
  await setUp(3, 'khong-dia-chi')
  await integrateAll({ db, folder: keyFolder, forms: publicForms }, town)
})

test('before the first night the page says so, and there is nothing to take', async () => {
  for (const [url, words] of [
    ['/so-cong-khai', 'Chưa có bản sao nào'],
    ['/en/so-cong-khai', 'There is no copy yet'],
  ] as const) {
    const page = (await get(url)).body
    expect(page).toContain(words)
    expect(page).not.toContain('ban-sao.zip')
  }
  expect((await get(FILE)).statusCode).toBe(404)
  expect((await get('/api/v1/log/mirror')).statusCode).toBe(404)
})

describe('after the first night', () => {
  beforeAll(() => night())

  test('the page gives it out with its size, hour and sum, and so does the API', async () => {
    const facts = (await get('/api/v1/log/mirror')).json()
    const { folder, sha256 } = await taken()
    expect(facts).toMatchObject({ href: FILE, name: 'so-cong-khai-phuoc-long-2026-11-22.zip', sha256, madeAt: '2026-11-22T03:00:00.000Z' })
    expect(facts.items).toBeGreaterThan(40)
    expect(await proveMirror(folder, newFolder(), vkey)).toBe(facts.lines)
    for (const [url, words] of [
      ['/so-cong-khai', 'Tải bản sao (ZIP, '],
      ['/en/so-cong-khai', 'Download the copy (ZIP, '],
    ] as const) {
      const page = (await get(url)).body
      for (const part of [words, sha256, 'ban-sao.zip', '22/11/2026 10:00']) expect(page).toContain(part)
    }
  })

  test('it is a file that a broken download can go on with, and that no proxy keeps unasked', async () => {
    const whole = await get(FILE)
    expect(whole.headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'public, no-cache',
      'content-disposition': 'attachment; filename="so-cong-khai-phuoc-long-2026-11-22.zip"',
      'accept-ranges': 'bytes',
    })
    const head = await app.inject({ method: 'HEAD', url: FILE })
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', String(whole.rawPayload.length)])
    const rest = await get(FILE, { range: 'bytes=1000-', 'if-range': String(whole.headers.etag) })
    expect([rest.statusCode, rest.rawPayload.equals(whole.rawPayload.subarray(1000))]).toEqual([206, true])
    expect((await get(FILE, { 'if-none-match': String(whole.headers.etag) })).statusCode).toBe(304)
  })

  test('unpacked it opens without a network, its first page first', async () => {
    const { folder, names } = await taken()
    expect(names[0]).toBe('so-cong-khai-phuoc-long-2026-11-22/index.html')
    expectOpensOffline(folder)
    expect(filesOf(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('every public list is in it', async () => {
    const { folder } = await taken()
    const lines = (name: string) =>
      readFileSync(join(folder, `data/${name}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    for (const name of ['petitions', 'documents', 'programmes', 'programme-traces', 'programme-reports', 'tasks', 'task-verdicts', 'polls'])
      expect(lines(name).length, name).toBeGreaterThan(0)
    const shown = await db.selectFrom('programmes').select('slug').where('status', 'in', ['published', 'ended']).execute()
    expect(
      lines('programmes')
        .map(({ slug }) => slug)
        .toSorted(),
    ).toEqual(shown.map(({ slug }) => slug).toSorted())
    const { items } = await db
      .selectFrom('programme_tasks')
      .innerJoin('programmes', 'programmes.id', 'programme_tasks.programme_id')
      .select((eb) => eb.fn.countAll<number>().as('items'))
      .where('programmes.status', 'in', ['published', 'ended'])
      .where('programme_tasks.status', '<>', 'draft')
      // Goals are reached by what serves them: no list has them.
      .where('programme_tasks.kind', '<>', 'objective')
      .executeTakeFirstOrThrow()
    expect(lines('tasks')).toHaveLength(items)
    // What stands below an item names it, and is whole.
    const asked = lines('task-verdicts')[0]!
    expect(asked).toMatchObject({ task: expect.stringMatching(/^[A-Z]/), residents: expect.anything(), items: expect.any(Array) })
    for (const report of lines('programme-reports').flatMap(({ items }) => items)) expect(report).toHaveProperty('status')
  })

  test('the same night again makes nothing anew', async () => {
    const before = readdirSync(join(dataDir, 'mirror/1'))
    await night()
    expect(readdirSync(join(dataDir, 'mirror/1'))).toEqual(before)
  })
})

describe('the next nights', () => {
  test('what was taken down since is not in it, the log has gone on, and one archive lies on the disk', async () => {
    const before = await taken()
    const { code, id } = await db
      .selectFrom('petitions')
      .select(['code', 'id'])
      .where('publish', '=', true)
      .where('cleared_at', 'is not', null)
      .where('status', '<>', 'withdrawn')
      .executeTakeFirstOrThrow()
    await db.updateTable('petitions').set({ cleared_at: null }).where('id', '=', id).execute()
    clock = new Date('2026-11-23T02:30:00+07:00')
    await night()
    const after = await taken()
    const holds = ({ folder }: { folder: string }) => readFileSync(join(folder, 'data/petitions.jsonl'), 'utf8').includes(`"${code}"`)
    expect([holds(before), holds(after)]).toEqual([true, false])
    expect(await proveMirror(after.folder, newFolder(), vkey)).toBeGreaterThan(100)
    expect(readdirSync(join(dataDir, 'mirror/1')).filter((name) => name.includes('.zip'))).toEqual([`${after.sha256}.zip`])
  })

  test('a night that fails is an error of the job, the last archive stays, and the page says how old it is', async () => {
    const { sha256 } = await taken()
    clock = new Date('2026-11-24T02:30:00+07:00')
    const broken = {
      inject: ((options: { url: string }) =>
        options.url.startsWith('/api/v1/polls') ? app.inject('/nowhere') : app.inject(options)) as never,
    }
    await expect(night(broken)).rejects.toThrow('Mirrors were not made')
    expect(errors).toEqual(Array(2).fill('the mirror of tonight was not made; the last one stays'))
    clock = new Date('2026-11-24T20:00:00+07:00')
    app.dropPages(['log'])
    const page = (await get('/so-cong-khai')).body
    expect(page).toContain('Đêm qua máy chủ chưa làm được bản sao mới')
    expect(page).toContain('23/11/2026 02:30')
    expect((await taken()).sha256).toBe(sha256)
    await night()
    expect((await get('/so-cong-khai')).body).not.toContain('Đêm qua máy chủ chưa làm được')
  })

  test('a log that does not go on from last night’s is not given out', async () => {
    const { sha256 } = await taken()
    clock = new Date('2026-11-25T02:30:00+07:00')
    const checkpoint = join(dataDir, 'mirror/1/folder/log/checkpoint')
    const kept = readFileSync(checkpoint, 'utf8')
    writeFileSync(
      checkpoint,
      kept.replace(/\n\d+\n/, (size) => `\n${Number(size) + 5}\n`),
    )
    await expect(night()).rejects.toThrow('Mirrors were not made')
    expect((await taken()).sha256).toBe(sha256)
    // The neighbour's night is not lost by it.
    expect((await get('/api/v1/log/mirror', { host: 'bu-gia-map.vidu.vn' })).json()).toMatchObject({ madeAt: clock.toISOString() })
    writeFileSync(checkpoint, kept)
  })
})

test('each authority of the installation has its own, at its own address', async () => {
  const own = await taken()
  const theirs = await taken({ host: 'bu-gia-map.vidu.vn' })
  expect(readFileSync(join(own.folder, 'log/checkpoint'), 'utf8')).toMatch(/^phuoc-long\.vidu\.vn\/log\n/)
  expect(readFileSync(join(theirs.folder, 'log/checkpoint'), 'utf8')).toMatch(/^bu-gia-map\.vidu\.vn\/log\n/)
  expect(readFileSync(join(theirs.folder, 'data/petitions.jsonl'), 'utf8')).toBe('')
  expect(readFileSync(join(theirs.folder, 'index.html'), 'utf8')).toContain('https://bu-gia-map.vidu.vn')
  // The third is found at no address: nobody could be shown its data, so there is none to mirror.
  expect(readdirSync(join(dataDir, 'mirror')).toSorted()).toEqual(['1', '2'])
})
