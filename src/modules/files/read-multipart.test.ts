import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pdf, photoWithPlace } from '../../../tests/support/sample-files.ts'
import { diskStorage } from '../../platform/storage.ts'
import { DomainError } from '../../shared/errors.ts'
import { type MultipartInput, type MultipartOptions, readMultipart } from './read-multipart.ts'
import { type FileDeps, prepareScratch } from './store-upload.ts'

let folder: string
let deps: FileDeps
let app: FastifyInstance
let options: MultipartOptions
/** Settles when the handler has read the form, or has given up. */
let outcome: Promise<MultipartInput>
let settle: { resolve: (input: MultipartInput) => void; reject: (error: unknown) => void }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'multipart-test-'))
  deps = { storage: await diskStorage(join(folder, 'files')), scratch: join(folder, 'scratch') }
  await prepareScratch(deps.scratch)
  options = { maxFiles: 5 }
  const { promise, ...rest } = Promise.withResolvers<MultipartInput>()
  outcome = promise
  outcome.catch(() => undefined)
  settle = rest
  app = Fastify()
  await app.register(multipart)
  app.post('/gui', async (request) => {
    try {
      settle.resolve(await readMultipart(request, deps, options))
      return { fields: (await outcome).fields }
    } catch (error) {
      settle.reject(error)
      throw error
    }
  })
  app.setErrorHandler(async (error, _request, reply) => {
    const refusal = error instanceof DomainError ? error : null
    return reply.code(refusal?.status ?? 500).send({ code: refusal?.code ?? String(error) })
  })
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

interface Part {
  name: string
  filename?: string
  type?: string
  content: string | Buffer
}

const boundary = 'ranhgioi'
const type = `multipart/form-data; boundary=${boundary}`

function form(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, filename, type: partType, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${partType ? `Content-Type: ${partType}\r\n` : ''}\r\n`,
    ),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}

const send = (payload: Buffer, contentType = type) =>
  app.inject({ method: 'POST', url: '/gui', headers: { 'content-type': contentType }, payload })

async function storedKeys(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of deps.storage.list()) keys.push(key)
  return keys
}

async function isEmpty(): Promise<boolean> {
  return (await storedKeys()).length === 0 && (await readdir(deps.scratch)).length === 0
}

test('text and files arrive; a bad file is named and harms neither the others nor the text', async () => {
  const photo = await photoWithPlace()
  const answer = await send(
    form([
      { name: 'subject', content: 'Cống tắc ở hẻm 12' },
      { name: 'files', filename: 'ảnh 1.jpg', type: 'image/jpeg', content: photo },
      { name: 'files', filename: 'trang.jpg', type: 'image/jpeg', content: '<html><script>alert(1)</script>' },
      { name: 'files', filename: 'video.mp4', type: 'video/mp4', content: Buffer.alloc(11 * 1024 * 1024) },
      { name: 'files', filename: 'rỗng.pdf', type: 'application/pdf', content: '' },
      { name: 'files', filename: '../../đơn.pdf', type: 'application/pdf', content: pdf() },
      { name: 'body', content: 'Nước ngập\r\nmỗi khi mưa' },
    ]),
  )
  expect(answer.statusCode).toBe(200)
  const input = await outcome
  expect(input.fields).toEqual({ subject: 'Cống tắc ở hẻm 12', body: 'Nước ngập\r\nmỗi khi mưa' })
  expect(input.uploads.map(({ originalName, mediaType }) => [originalName, mediaType])).toEqual([
    ['ảnh 1.jpg', 'image/jpeg'],
    ['đơn.pdf', 'application/pdf'],
  ])
  expect(input.refused).toEqual([
    { filename: 'trang.jpg', code: 'file_type_refused' },
    { filename: 'video.mp4', code: 'file_too_large' },
    { filename: 'rỗng.pdf', code: 'file_empty' },
  ])
  // Photo, its small picture, and the paper.
  expect(await storedKeys()).toHaveLength(3)
  expect(await readdir(deps.scratch)).toEqual([])
})

test('of six files five are taken and the sixth is named; a refused one takes no place', async () => {
  const files = Array.from({ length: 6 }, (_, at) => ({ name: 'files', filename: `${at + 1}.pdf`, content: pdf() }))
  await send(form([{ name: 'files', filename: 'x.exe', content: 'MZ' }, ...files, { name: 'after', content: 'kept' }]))
  const input = await outcome
  expect(input.uploads.map(({ originalName }) => originalName)).toEqual(['1.pdf', '2.pdf', '3.pdf', '4.pdf', '5.pdf'])
  expect(input.refused).toEqual([
    { filename: 'x.exe', code: 'file_type_refused' },
    { filename: '6.pdf', code: 'too_many_files' },
  ])
  expect(input.fields).toEqual({ after: 'kept' })
})

test('a file input left empty is no file, also when there is no room', async () => {
  const empty = { name: 'files', filename: '', type: 'application/octet-stream', content: '' }
  await send(form([{ name: 'subject', content: 'x' }, empty]))
  expect(await outcome).toEqual({ fields: { subject: 'x' }, uploads: [], refused: [] })
})

test('no room at all refuses each file by its name', async () => {
  options = { maxFiles: 0 }
  const empty = { name: 'files', filename: '', type: 'application/octet-stream', content: '' }
  await send(form([empty, { name: 'files', filename: 'a.pdf', content: pdf() }]))
  expect((await outcome).refused).toEqual([{ filename: 'a.pdf', code: 'too_many_files' }])
})

test.each([
  ['../', 'tep'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['don\u202Efdp.exe', 'donfdp.exe'],
  [`${'x'.repeat(296)}.pdf`, `${'x'.repeat(115)}….pdf`],
])('a file named %j is shown as %j', async (filename, shown) => {
  await send(form([{ name: 'files', filename, content: pdf() }]))
  expect((await outcome).uploads[0]?.originalName).toBe(shown)
})

test.each([
  ['wrong bytes', Buffer.from([0x63, 0xe1, 0xbb])],
  ['half a pair', Buffer.from([0xed, 0xa0, 0x80])],
  ['Latin-1', Buffer.from('Đường à', 'latin1')],
])('text that is not UTF-8 is refused: %s', async (_what, content) => {
  const answer = await send(
    form([
      { name: 'files', filename: 'a.pdf', content: pdf() },
      { name: 'subject', content },
    ]),
  )
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad_encoding'])
  expect(await isEmpty()).toBe(true)
})

test('a charset that the part claims changes nothing', async () => {
  await send(form([{ name: 'subject', type: 'text/plain; charset=utf-16le', content: 'Đường' }]))
  expect((await outcome).fields).toEqual({ subject: 'Đường' })
})

test('all text together may be one megabyte', async () => {
  const half = 'a'.repeat(512 * 1024)
  const fits = await send(
    form([
      { name: 'a', content: half },
      { name: 'b', content: half },
    ]),
  )
  expect(fits.statusCode).toBe(200)
})

test('text beyond one megabyte is refused, and the files before it are gone again', async () => {
  const answer = await send(
    form([
      { name: 'files', filename: 'a.pdf', content: pdf() },
      { name: 'a', content: 'a'.repeat(600 * 1024) },
      { name: 'b', content: 'a'.repeat(600 * 1024) },
      { name: 'files', filename: 'b.pdf', content: pdf() },
    ]),
  )
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large'])
  expect(await isEmpty()).toBe(true)
})

test('the guard sees the text before any file is taken, and its refusal leaves nothing', async () => {
  const seen: unknown[] = []
  options = {
    maxFiles: 5,
    guard: async (fields) => {
      seen.push({ ...fields }, await isEmpty())
      if (fields['_csrf'] !== 'right') throw new DomainError('form_expired', 403)
    },
  }
  const file = { name: 'files', filename: 'a.pdf', content: pdf() }
  const wrong = await send(form([{ name: '_csrf', content: 'wrong' }, file, { name: 'late', content: 'x' }]))
  expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'form_expired'])
  expect(await isEmpty()).toBe(true)
  expect(seen).toEqual([{ _csrf: 'wrong' }, true])
})

test('the guard runs once, also for a form without files and for one without anything', async () => {
  let runs = 0
  options = { maxFiles: 5, guard: () => void runs++ }
  await send(form([{ name: 'subject', content: 'x' }]))
  expect(runs).toBe(1)
  await send(form([]))
  expect(runs).toBe(2)
})

test.each([
  ['no boundary', 'multipart/form-data', form([])],
  ['not a form inside', type, Buffer.from('hello')],
  ['cut in a file', type, form([{ name: 'files', filename: 'a.pdf', content: pdf() }]).subarray(0, 300)],
  ['cut in a text', type, form([{ name: 'subject', content: 'x'.repeat(500) }]).subarray(0, 300)],
  ['a prototype as a name', type, form([{ name: '__proto__', content: 'x' }])],
  ['no name', type, form([{ name: '', content: 'x' }])],
  ['a name of 5,000 letters', type, form([{ name: 'x'.repeat(5000), content: 'x' }])],
])('a malformed form is a 400: %s', async (_what, contentType, payload) => {
  const answer = await send(payload, contentType)
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad_request'])
  expect(await isEmpty()).toBe(true)
})

test('201 parts are too many, and the files among them are gone again', async () => {
  const file = { name: 'files', filename: 'a.pdf', content: pdf() }
  const answer = await send(form([file, ...Array.from({ length: 200 }, (_, at) => ({ name: `f${at}`, content: 'x' }))]))
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large'])
  expect(await isEmpty()).toBe(true)
})

test('a form that announces more than 256 MB is refused unread', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/gui',
    headers: { 'content-type': type, 'content-length': String(300 * 1024 * 1024) },
    payload: form([]),
  })
  expect(answer.statusCode).toBe(413)
})

test('JSON is not a form', async () => {
  const answer = await send(Buffer.from('{}'), 'application/json')
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported_media_type'])
})

test('a full disk is our fault and no refusal', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' })
  deps = { ...deps, storage: { ...deps.storage, put: () => Promise.reject(full) } }
  const answer = await send(form([{ name: 'files', filename: 'a.pdf', content: pdf() }]))
  expect(answer.statusCode).toBe(500)
  await expect(outcome).rejects.toBe(full)
})

test.each(['in the middle of the second file', 'between two parts'])('a connection that breaks %s leaves nothing', async (where) => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const whole = form([
    { name: 'files', filename: 'a.pdf', content: pdf() },
    { name: 'files', filename: 'b.jpg', content: await photoWithPlace({ width: 1500, height: 1500 }) },
  ])
  const second = whole.indexOf('b.jpg')
  const part = whole.subarray(0, where === 'between two parts' ? second - 10 : second + 400)
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(`POST /gui HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${whole.length}\r\n\r\n`)
  socket.write(part)
  // The first file is in the storage: now the signal goes.
  await expect.poll(async () => (await storedKeys()).length, { interval: 10 }).toBe(1)
  socket.destroy()
  await expect(outcome).rejects.toMatchObject({ code: 'bad_request', status: 400 })
  expect(await isEmpty()).toBe(true)
})
