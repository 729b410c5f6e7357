import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { pdf, photoWithPlace } from '../../../tests/support/sample-files.ts'
import type { Db } from '../../platform/database.ts'
import { diskStorage } from '../../platform/storage.ts'
import { DomainError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Matter, StoredFile } from './file.ts'
import { attachUpload, setFileVisibility } from './file-repository.ts'
import { fileRoutes, type MayRead } from './routes.ts'
import { type FileDeps, prepareScratch, storeUpload } from './store-upload.ts'

let db: Db
let folder: string
let deps: FileDeps
let app: FastifyInstance
let scope = { authorityId: 9061 }
let mayRead: MayRead
const logged: { level: string; fields: unknown; words: string }[] = []
const matter: Matter = { type: 'petition', id: newId() }
let photo: StoredFile
let paper: StoredFile
let ofNobody: StoredFile
const paperBytes = pdf()

beforeAll(async () => {
  ;({ db } = await testDatabase())
  await db
    .insertInto('authorities')
    .values({
      id: 9061,
      slug: 'a9061',
      name: 'Phường thử',
      short_name: 'Thử',
      code_prefix: 'TRA',
      tier: 'ward',
      valid_from: '2020-01-01',
    })
    .execute()
  folder = await mkdtemp(join(tmpdir(), 'file-routes-test-'))
  deps = { storage: await diskStorage(join(folder, 'files')), scratch: join(folder, 'scratch') }
  await prepareScratch(deps.scratch)
  photo = await keep(await photoWithPlace(), 'Hẻm 12 "cũ".png')
  paper = await keep(paperBytes, 'đơn.pdf')
  ofNobody = await keep(paperBytes, 'x.pdf', { type: 'stranger', id: newId() })

  app = Fastify()
  app.decorateRequest('scope')
  app.addHook('onRequest', async (request, reply) => {
    request.scope = scope
    reply.header('content-security-policy', "default-src 'self'")
    request.log = Object.assign(Object.create(request.log), {
      error: (fields: unknown, words: string) => logged.push({ level: 'error', fields, words }),
    })
  })
  app.setErrorHandler(async (error, _request, reply) => {
    const status = error instanceof DomainError ? error.status : 500
    return reply.code(status).send({ code: error instanceof DomainError ? error.code : String(error) })
  })
  await app.register(fileRoutes, { db, storage: deps.storage, mayRead: { petition: (request, file) => mayRead(request, file) } })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  mayRead = async () => true
  scope = { authorityId: 9061 }
})

async function keep(content: Buffer, filename: string, to = matter): Promise<StoredFile> {
  const upload = await storeUpload(deps, { stream: Readable.from([content]), filename })
  return db
    .transaction()
    .execute((trx) => attachUpload(trx, scope, to, upload, { role: 'petition', visibility: 'filer', uploadedBy: null }))
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

test('a paper comes as an attachment that can do nothing, and is kept nowhere', async () => {
  const answer = await get(`/tep/${paper.id}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.rawPayload).toEqual(paperBytes)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(paperBytes.length),
    'content-disposition': `attachment; filename="don.pdf"; filename*=UTF-8''%C4%91%C6%A1n.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'private, no-store',
  })
})

test('a photo is saved under an ending that tells what it is', async () => {
  const answer = await get(`/tep/${photo.id}`)
  expect(answer.headers['content-type']).toBe('image/jpeg')
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="hem 12 _cu_.jpg"; filename*=UTF-8''H%E1%BA%BBm%2012%20_c%C5%A9_.jpg`,
  )
})

test('the small picture may stand in a page; a paper has none', async () => {
  const answer = await get(`/tep/${photo.id}/nho`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/webp',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
  })
  expect(answer.headers['content-security-policy']).toContain('sandbox')
  expect((await get(`/tep/${paper.id}/nho`)).statusCode).toBe(404)
})

test('HEAD tells the same without the bytes', async () => {
  const answer = await app.inject({ method: 'HEAD', url: `/tep/${paper.id}` })
  expect([answer.statusCode, answer.headers['content-length'], answer.rawPayload.length]).toEqual([200, String(paperBytes.length), 0])
})

test('unknown, hidden, of another authority, of nobody and not an id are one and the same 404', async () => {
  const unknown = await get(`/tep/${newId()}`)
  const answers = [await get(`/tep/${ofNobody.id}`), await get('/tep/constructor'), await get('/tep/..%2f..%2fetc%2fpasswd')]
  mayRead = async () => false
  answers.push(await get(`/tep/${paper.id}`), await get(`/tep/${photo.id}/nho`), await get(`/tep/${newId()}/nho`))
  mayRead = async () => true
  scope = { authorityId: 1 }
  answers.push(await get(`/tep/${paper.id}`))
  expect(unknown.statusCode).toBe(404)
  for (const answer of answers) {
    expect([answer.statusCode, answer.body]).toEqual([404, unknown.body])
    const { date: _date, ...headers } = answer.headers
    const { date: _other, ...same } = unknown.headers
    expect(headers).toEqual(same)
  }
})

test('the feature is asked about this very file', async () => {
  const asked: string[] = []
  mayRead = async (_request, file) => asked.push(file.id) > 0
  await get(`/tep/${photo.id}/nho`)
  expect(asked).toEqual([photo.id])
})

test('a public file may be kept but is asked for again, and taking it back works at once', async () => {
  const set = (visibility: 'public' | 'filer') =>
    db.transaction().execute((trx) => setFileVisibility(trx, scope, matter, photo.id, visibility, new Date()))
  await set('public')
  const first = await get(`/tep/${photo.id}`)
  expect(first.headers['cache-control']).toBe('public, no-cache')
  const etag = String(first.headers['etag'])
  const again = await get(`/tep/${photo.id}`, { 'if-none-match': etag })
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
  expect((await get(`/tep/${photo.id}/nho`, { 'if-none-match': etag })).statusCode).toBe(200)
  await set('filer')
  const after = await get(`/tep/${photo.id}`, { 'if-none-match': etag })
  expect([after.statusCode, after.headers['cache-control'], after.headers['etag']]).toEqual([200, 'private, no-store', undefined])
})

test('a row without bytes is a 404 that the log tells of', async () => {
  const lost = await keep(paperBytes, 'mất.pdf')
  await deps.storage.delete(lost.storageKey)
  logged.length = 0
  const answer = await get(`/tep/${lost.id}`)
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-disposition']).toBeUndefined()
  expect(logged).toMatchObject([{ level: 'error', fields: { fileId: lost.id } }])
  expect(JSON.stringify(logged)).not.toContain('mất')
})
