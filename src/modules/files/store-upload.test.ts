import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { docx, manyScans, noisyPhoto, pdf, photoWithPlace, pngBomb, zipOf } from '../../../tests/support/sample-files.ts'
import { diskStorage } from '../../platform/storage.ts'
import { MAX_FILE_BYTES } from './file.ts'
import { discardUploads, type FileDeps, prepareScratch, storeUpload } from './store-upload.ts'

let folder: string
let deps: FileDeps

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-test-'))
  deps = { storage: await diskStorage(join(folder, 'files')), scratch: join(folder, 'scratch') }
  await prepareScratch(deps.scratch)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const store = (content: Buffer | string, filename = 'ảnh.jpg') =>
  storeUpload(deps, { stream: Readable.from([Buffer.from(content as string)]), filename })

async function read(key: string): Promise<Buffer> {
  const found = await deps.storage.get(key)
  return buffer(found!.stream)
}

/** Nothing in the storage, nothing waiting: a refusal leaves no trace. */
async function isEmpty(): Promise<boolean> {
  for await (const _ of deps.storage.list()) return false
  return (await readdir(deps.scratch)).length === 0
}

async function refusal(content: Buffer | string, filename?: string): Promise<unknown> {
  const error = await store(content, filename).then(
    () => 'taken',
    (thrown: unknown) => thrown,
  )
  expect(await isEmpty()).toBe(true)
  return error
}

test('a photo loses its place, camera, words and colour profile; the test photo had them', async () => {
  const sent = await photoWithPlace()
  expect(sent.includes('Phone of Hoa')).toBe(true)
  expect((await sharp(sent).metadata()).exif?.length).toBeGreaterThan(100)
  expect((await sharp(sent).metadata()).icc).toBeDefined()

  const stored = await store(sent)
  for (const key of [stored.storageKey, stored.thumbKey!]) {
    const kept = await read(key)
    const { exif, icc, xmp, iptc, orientation } = await sharp(kept).metadata()
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
    expect(kept.includes('Phone of Hoa')).toBe(false)
    expect(kept.includes('Exif')).toBe(false)
  }
  expect(await readdir(deps.scratch)).toEqual([])
})

test('a photo taken upright stands upright', async () => {
  const stored = await store(await photoWithPlace({ width: 600, height: 400, orientation: 6 }))
  expect([stored.width, stored.height]).toEqual([400, 600])
  const { width, height } = await sharp(await read(stored.storageKey)).metadata()
  expect([width, height]).toEqual([400, 600])
})

test('a large photo is brought to 2048 px, with a picture of 480 px', async () => {
  const stored = await store(await noisyPhoto(2400, 1200))
  expect([stored.width, stored.height]).toEqual([2048, 1024])
  const thumb = await sharp(await read(stored.thumbKey!)).metadata()
  expect([thumb.format, thumb.width, thumb.height]).toEqual(['webp', 480, 240])
  expect(stored.bytes).toBe((await read(stored.storageKey)).length)
})

test.each(['png', 'webp'] as const)('a %s becomes a JPEG, see-through parts white, and small ones are not blown up', async (format) => {
  const clear = await sharp({ create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .toFormat(format)
    .toBuffer()
  const stored = await store(clear, `màn hình.${format}`)
  expect(stored).toMatchObject({ mediaType: 'image/jpeg', width: 20, height: 10, originalName: `màn hình.${format}` })
  const { data } = await sharp(await read(stored.storageKey))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
})

test('of an animation the first frame is kept', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer()
  const animated = await sharp([await frame('#f00'), await frame('#00f')], { join: { animated: true } })
    .webp()
    .toBuffer()
  expect((await sharp(animated).metadata()).pages).toBe(2)
  const stored = await store(animated, 'động.webp')
  expect([stored.width, stored.height]).toEqual([8, 8])
  const [r = 0, , b = 255] = await sharp(await read(stored.storageKey))
    .raw()
    .toBuffer()
  expect(r).toBeGreaterThan(200)
  expect(b).toBeLessThan(50)
})

test('what hides behind a photo is not kept: a polyglot comes out as a photo alone', async () => {
  const polyglot = Buffer.concat([await photoWithPlace(), Buffer.from('<script>alert(1)</script>'), pdf()])
  const kept = await read((await store(polyglot)).storageKey)
  expect(kept.includes('<script>')).toBe(false)
  expect(kept.includes('%PDF')).toBe(false)
})

test('a PDF is kept byte for byte, whatever its name says', async () => {
  const sent = pdf()
  const stored = await store(sent, 'đơn.jpg')
  expect(stored).toMatchObject({ mediaType: 'application/pdf', thumbKey: null, width: null, height: null, bytes: sent.length })
  expect(await read(stored.storageKey)).toEqual(sent)
})

test.each([
  ['file_empty', () => Buffer.alloc(0)],
  ['file_type_refused', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['file_type_refused', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['file_type_refused', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
  ['file_type_refused', () => Buffer.from('PK\u0003\u0004 not a photo')],
  ['file_heic_refused', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\u0000\u0000\u0000\u0000mif1heic')])],
  ['file_damaged', async () => (await noisyPhoto(800, 600)).subarray(0, 20_000)],
  ['file_damaged', () => Buffer.from('ffd8ffe000104a46494600', 'hex')],
  ['file_damaged', async () => (await photoWithPlace({ format: 'png' })).fill(0x41, 60)],
  ['file_image_too_large', () => pngBomb()],
  ['file_damaged', () => pngBomb(4000)],
  ['file_damaged', () => manyScans()],
  ['file_active_content', () => pdf({ catalog: '/OpenAction << /S /JavaScript /JS (1) >>' })],
  ['file_encrypted', () => pdf({ trailer: '/Encrypt 9 0 R' })],
  ['file_type_refused', () => Buffer.concat([Buffer.from('<html>'), pdf()])],
] as const)('%s: refused by its name, and nothing is left', async (code, content) => {
  expect(await refusal(await content(), 'C:\\ảnh.jpg')).toMatchObject({
    name: 'FileRefused',
    status: 422,
    code,
    refusal: code,
    filename: 'ảnh.jpg',
  })
})

test.each([
  ['paper_type_refused', () => Buffer.from('<html>')],
  ['paper_type_refused', () => zipOf({ 'readme.txt': 'x' })],
  ['paper_old_format', () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
  ['paper_active_content', () => docx('', { 'word/vbaProject.bin': 'x' })],
  ['file_active_content', () => pdf({ catalog: '/OpenAction << /S /JavaScript /JS (1) >>' })],
] as const)('%s: of an officer the refusal names the kind that it is', async (code, content) => {
  const sent = storeUpload(deps, { stream: Readable.from([content()]), filename: 'a.docx' }, 'office')
  await expect(sent).rejects.toMatchObject({ refusal: code })
  expect(await isEmpty()).toBe(true)
})

test('an old Word file of a citizen is refused like any other that is no photo or PDF', async () => {
  expect(await refusal(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'))).toMatchObject({ refusal: 'file_type_refused' })
})

test('exactly 10 MB is taken, one byte more is not', async () => {
  const padding = MAX_FILE_BYTES - pdf().length
  const filled = (bytes: number) => pdf({ objects: `%${'x'.repeat(bytes - 2)}\n` })
  // The offset in the file grows by a few digits with its length.
  const exact = padding - (filled(padding).length - MAX_FILE_BYTES)
  expect(filled(exact).length).toBe(MAX_FILE_BYTES)
  const stored = await store(filled(exact))
  expect(stored.bytes).toBe(MAX_FILE_BYTES)
  await discardUploads(deps, [stored])
  expect(await refusal(filled(exact + 1))).toMatchObject({ code: 'file_too_large' })
})

test('an upload that breaks off leaves nothing', async () => {
  async function* breaking() {
    yield (await photoWithPlace()).subarray(0, 300)
    throw new Error('the phone lost its signal')
  }
  await expect(storeUpload(deps, { stream: Readable.from(breaking()), filename: 'a.jpg' })).rejects.toThrow('lost its signal')
  expect(await isEmpty()).toBe(true)
})

test('discarding takes the photo and its small picture', async () => {
  await discardUploads(deps, [await store(await photoWithPlace())])
  expect(await isEmpty()).toBe(true)
})

test('when the second object cannot be written, the first does not stay', async () => {
  let puts = 0
  const { storage } = deps
  const failing = {
    ...storage,
    put: async (key: string, content: Readable | Uint8Array) => {
      if (++puts === 2) throw new Error('disk full')
      await storage.put(key, content)
    },
  }
  const photo = await photoWithPlace()
  await expect(storeUpload({ ...deps, storage: failing }, { stream: Readable.from([photo]), filename: 'a.jpg' })).rejects.toThrow(
    'disk full',
  )
  expect(await isEmpty()).toBe(true)
})

test('a start removes what a crash left in the scratch folder, and spares what is still coming', async () => {
  const old = join(deps.scratch, 'old')
  await writeFile(old, 'x')
  await writeFile(join(deps.scratch, 'fresh'), 'x')
  await utimes(old, new Date(Date.now() - 7_200_000), new Date(Date.now() - 7_200_000))
  await prepareScratch(deps.scratch)
  expect(await readdir(deps.scratch)).toEqual(['fresh'])
})

test('many at once all come through', async () => {
  const photo = await photoWithPlace()
  const stored = await Promise.all(Array.from({ length: 8 }, () => store(photo)))
  expect(new Set(stored.map(({ storageKey }) => storageKey)).size).toBe(8)
})
