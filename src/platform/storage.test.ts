import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskStorage, newStorageKey, type Storage } from './storage.ts'

let folder: string
let storage: Storage

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-test-'))
  storage = await diskStorage(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function read(key: string): Promise<string | undefined> {
  const found = await storage.get(key)
  return found && (await buffer(found.stream)).toString()
}

async function keys(): Promise<string[]> {
  const all: string[] = []
  for await (const { key } of storage.list()) all.push(key)
  return all
}

test('what is put, as bytes or as a stream, is read back with its length', async () => {
  const [one, two] = [newStorageKey(), newStorageKey()]
  await storage.put(one, Buffer.from('Đơn số một'))
  await storage.put(two, Readable.from([Buffer.from('hai '), Buffer.from('phần')]))
  expect(await read(one)).toBe('Đơn số một')
  expect(await read(two)).toBe('hai phần')
  const found = await storage.get(two)
  expect(found?.bytes).toBe(Buffer.byteLength('hai phần'))
  found?.stream.destroy()
  expect((await keys()).toSorted()).toEqual([one, two].toSorted())
})

test('what was never stored, and what was deleted twice, is simply not there', async () => {
  const key = newStorageKey()
  expect(await storage.get(key)).toBeUndefined()
  await storage.put(key, Buffer.from('x'))
  await storage.delete(key)
  await storage.delete(key)
  expect(await storage.get(key)).toBeUndefined()
})

test('a stream that breaks leaves neither an object nor a partial file', async () => {
  async function* breaking() {
    yield Buffer.from('first part')
    throw new Error('the phone lost its signal')
  }
  await expect(storage.put(newStorageKey(), Readable.from(breaking()))).rejects.toThrow('lost its signal')
  expect(await keys()).toEqual([])
  expect(await readdir(join(folder, '.partial'))).toEqual([])
})

test('an object becomes visible only when it is whole', async () => {
  const key = newStorageKey()
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  async function* slow() {
    yield Buffer.from('first ')
    await held
    yield Buffer.from('second')
  }
  const put = storage.put(key, Readable.from(slow()))
  expect(await storage.get(key)).toBeUndefined()
  expect(await keys()).toEqual([])
  finish()
  await put
  expect(await read(key)).toBe('first second')
})

test.each(['', '../../etc/passwd', 'a'.repeat(39), `${'a'.repeat(38)}/.`, 'A'.repeat(40)])('%o never becomes a path', async (key) => {
  await expect(storage.get(key)).rejects.toThrow('Not a storage key')
  await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('Not a storage key')
  await expect(storage.delete(key)).rejects.toThrow('Not a storage key')
})

test('opening removes what a crash left unfinished, but not what another process may be writing', async () => {
  const old = join(folder, '.partial', 'old')
  await writeFile(old, 'x')
  await writeFile(join(folder, '.partial', 'fresh'), 'x')
  await utimes(old, new Date(Date.now() - 7_200_000), new Date(Date.now() - 7_200_000))
  await diskStorage(folder)
  expect(await readdir(join(folder, '.partial'))).toEqual(['fresh'])
})

test('files are readable by their owner alone', async () => {
  const key = newStorageKey()
  await storage.put(key, Buffer.from('x'))
  expect((await stat(join(folder, key.slice(0, 2), key))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, key.slice(0, 2)))).mode & 0o777).toBe(0o700)
})
