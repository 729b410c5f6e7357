import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Db } from '../../platform/database.ts'
import { diskStorage, newStorageKey, type Storage } from '../../platform/storage.ts'
import { newId } from '../../shared/ids.ts'
import type { Matter, Scope, StoredUpload } from './file.ts'
import {
  type Attachment,
  attachUpload,
  countFiles,
  findFile,
  listFiles,
  moveFiles,
  removeFile,
  setFileVisibility,
} from './file-repository.ts'
import { sweepFiles } from './sweep-files.ts'

let db: Db
let folder: string
let storage: Storage
const here = { authorityId: 9051 }
const elsewhere = { authorityId: 9052 }

beforeAll(async () => {
  ;({ db } = await testDatabase())
  for (const { authorityId } of [here, elsewhere]) {
    await db
      .insertInto('authorities')
      .values({
        id: authorityId,
        slug: `a${authorityId}`,
        name: 'Phường thử',
        short_name: 'Thử',
        code_prefix: authorityId === 9051 ? 'TFA' : 'TFB',
        tier: 'ward',
        valid_from: '2020-01-01',
      })
      .execute()
  }
  folder = await mkdtemp(join(tmpdir(), 'files-db-test-'))
  storage = await diskStorage(folder)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const aMatter = (type = 'petition'): Matter => ({ type, id: newId() })

const aPhoto = (originalName = 'ảnh.jpg'): StoredUpload => ({
  storageKey: newStorageKey(),
  thumbKey: newStorageKey(),
  originalName,
  mediaType: 'image/jpeg',
  bytes: 1234,
  sha256: Buffer.alloc(32, 7),
  width: 640,
  height: 480,
})

const byFiler: Attachment = { role: 'petition', visibility: 'filer', uploadedBy: null }

const attach = (matter: Matter, upload = aPhoto(), attachment = byFiler, scope: Scope = here) =>
  db.transaction().execute((trx) => attachUpload(trx, scope, matter, upload, attachment))

test('what was stored is read back, in the order it came, also within one transaction', async () => {
  const matter = aMatter()
  await db.transaction().execute(async (trx) => {
    for (const name of ['c.jpg', 'a.jpg', 'b.jpg']) await attachUpload(trx, here, matter, aPhoto(name), byFiler)
  })
  const files = await listFiles(db, here, matter)
  expect(files.map(({ originalName }) => originalName)).toEqual(['c.jpg', 'a.jpg', 'b.jpg'])
  expect(files[0]).toMatchObject({
    matter,
    role: 'petition',
    bytes: 1234,
    sha256: Buffer.alloc(32, 7),
    visibility: 'filer',
    clearedAt: null,
    uploadedBy: null,
  })
  expect(await findFile(db, here, files[0]!.id)).toEqual(files[0])
  expect(await countFiles(db, here, matter)).toBe(3)
})

test('another authority neither finds, lists, counts, moves, clears nor removes it', async () => {
  const matter = aMatter()
  const { id } = await attach(matter)
  expect(await findFile(db, elsewhere, id)).toBeUndefined()
  expect(await listFiles(db, elsewhere, matter)).toEqual([])
  expect(await countFiles(db, elsewhere, matter)).toBe(0)
  await db.transaction().execute(async (trx) => {
    expect(await moveFiles(trx, elsewhere, matter, aMatter())).toBe(0)
    await expect(setFileVisibility(trx, elsewhere, matter, id, 'public', new Date())).rejects.toMatchObject({ status: 404 })
    await expect(removeFile(trx, elsewhere, matter, id)).rejects.toMatchObject({ status: 404 })
  })
  expect(await listFiles(db, here, matter)).toHaveLength(1)
})

test('the files of a draft go with it to the petition', async () => {
  const [draft, petition] = [aMatter('draft'), aMatter()]
  await attach(draft, aPhoto('1.jpg'), { ...byFiler, role: 'draft' })
  await attach(draft, aPhoto('2.jpg'), { ...byFiler, role: 'draft' })
  expect(await db.transaction().execute((trx) => moveFiles(trx, here, draft, petition, 'petition'))).toBe(2)
  expect(await listFiles(db, here, draft)).toEqual([])
  expect((await listFiles(db, here, petition)).map(({ originalName, role }) => [originalName, role])).toEqual([
    ['1.jpg', 'petition'],
    ['2.jpg', 'petition'],
  ])
})

test('ten requests at once attach five files and not a sixth; evidence is counted apart', async () => {
  const matter = aMatter()
  await attach(matter, aPhoto(), { role: 'evidence', visibility: 'internal', uploadedBy: 'nam' })
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => attach(matter, aPhoto(), { ...byFiler, max: 5 })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'too_many_files', filename: 'ảnh.jpg' })
  expect(await countFiles(db, here, matter, { role: 'petition' })).toBe(5)
  expect(await countFiles(db, here, matter)).toBe(6)
})

test('a file becomes public only by being cleared, and can be taken back', async () => {
  const matter = aMatter()
  const { id } = await attach(matter)
  const now = new Date('2026-11-23T02:00:00Z')
  const set = (visibility: 'public' | 'internal') =>
    db.transaction().execute((trx) => setFileVisibility(trx, here, matter, id, visibility, now))
  await set('public')
  expect((await listFiles(db, here, matter, { visibilities: ['public'] }))[0]).toMatchObject({ id, clearedAt: now })
  await set('internal')
  expect(await listFiles(db, here, matter, { visibilities: ['public', 'filer'] })).toEqual([])
  expect((await findFile(db, here, id))?.clearedAt).toBeNull()
})

test('a public file that nobody cleared is refused by the database', async () => {
  await expect(attach(aMatter(), aPhoto(), { ...byFiler, visibility: 'public' as 'filer' })).rejects.toThrow('check constraint')
})

test('removing forgets the row and says which bytes may go', async () => {
  const matter = aMatter()
  const upload = aPhoto()
  const { id } = await attach(matter, upload)
  const gone = await db.transaction().execute((trx) => removeFile(trx, here, matter, id))
  expect(gone).toEqual({ storageKey: upload.storageKey, thumbKey: upload.thumbKey })
  expect(await findFile(db, here, id)).toBeUndefined()
})

test('the sweep deletes bytes without a row a day after they came, and nothing else', async () => {
  const now = new Date()
  const age = async (key: string, hours: number) => {
    await storage.put(key, Buffer.from('x'))
    const then = new Date(now.getTime() - hours * 3_600_000)
    await utimes(join(folder, key.slice(0, 2), key), then, then)
  }
  const [used, foreign] = [aPhoto(), aPhoto()]
  await attach(aMatter(), used)
  await attach(aMatter(), foreign, byFiler, elsewhere)
  for (const key of [used.storageKey, used.thumbKey!, foreign.storageKey, foreign.thumbKey!]) await age(key, 100)
  const [orphan, arriving] = [newStorageKey(), newStorageKey()]
  await age(orphan, 25)
  await age(arriving, 23)

  expect(await sweepFiles(db, storage, now)).toEqual({ kept: 5, deleted: 1 })
  expect(await storage.get(orphan)).toBeUndefined()
  expect(await sweepFiles(db, storage, now)).toEqual({ kept: 5, deleted: 0 })
})
