import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesOfZip } from '../../tests/support/unzip.ts'
import { readZip } from './read-zip.ts'
import { writeZip, type ZipFile } from './write-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = new Date('2026-11-27T02:30:08+07:00')

async function* listed(files: Iterable<ZipFile>): AsyncGenerator<ZipFile> {
  yield* files
}

function fileOf(name: string, bytes: Uint8Array | string): ZipFile {
  const path = join(folder, name.replaceAll('/', '_'))
  writeFileSync(path, bytes)
  return { name, path }
}

test('what is packed comes out as it was: empty, text, random, large, with Vietnamese in its name', async () => {
  const contents: Record<string, Buffer> = {
    'a/index.html': Buffer.from('<p>Xin chào</p>'),
    'a/trống.txt': Buffer.alloc(0),
    'a/log/tile/0/000': randomBytes(8192),
    'a/lớn.jsonl': Buffer.concat([Buffer.from('{"x":1}\n'.repeat(200_000)), randomBytes(300_000)]),
  }
  const path = join(folder, 'some.zip')
  await writeZip(path, listed(Object.entries(contents).map(([name, bytes]) => fileOf(name, bytes))), at)
  const found = Object.fromEntries([...filesOfZip(path)].map(({ name, bytes }) => [name, bytes]))
  expect(Object.keys(found)).toEqual(Object.keys(contents))
  for (const [name, bytes] of Object.entries(contents)) expect(found[name]!.equals(bytes), name).toBe(true)
})

test('the time of its files is Vietnamese', async () => {
  const path = join(folder, 'time.zip')
  await writeZip(path, listed([fileOf('x', 'x')]), at)
  const zip = readFileSync(path)
  expect(zip.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (11 << 5) | 27)
  expect(zip.readUInt16LE(10)).toBe((2 << 11) | (30 << 5) | 4)
  expect(readZip(zip)?.read('x')).toBe('x')
})

test('more files than its end can count', async () => {
  const { path } = fileOf('one', 'một dòng')
  const many = Array.from({ length: 300 }, (_, n) => ({ name: `m/${n}`, path }))
  const zip = join(folder, 'many.zip')
  await writeZip(zip, listed(many), at, 300)
  // The end says "see the larger one" in place of a number.
  expect(readFileSync(zip).readUInt16LE(readFileSync(zip).length - 12)).toBe(0xffff)
  const found = [...filesOfZip(zip)]
  expect(found.map(({ name }) => name)).toEqual(many.map(({ name }) => name))
  expect(found.every(({ bytes }) => bytes.toString() === 'một dòng')).toBe(true)
})

test('over a file that is there nothing is written', async () => {
  const { path } = fileOf('kept.zip', 'kept')
  await expect(writeZip(path, listed([]), at)).rejects.toThrow('EEXIST')
})
