import type { Decrypter, Encrypter } from 'age-encryption'
import { encrypt } from '../../src/platform/backup/age.ts'
import { FORMAT, HEADER, type Header, nameOf, SEQUENCES } from '../../src/platform/backup/format.ts'
import { tarOf } from '../../src/platform/backup/open-archive.ts'
import { readArchive, whole } from '../../src/platform/backup/read-archive.ts'
import { verifyArchive } from '../../src/platform/backup/restore.ts'
import { seal } from '../../src/platform/backup/seal.ts'
import { dataEntry, jsonEntry, type NewEntry, writeArchive } from '../../src/platform/backup/write-archive.ts'

const at = new Date('2026-11-24T02:00:00Z')

export const header: Header = {
  format: FORMAT,
  product: '0.1.0',
  madeAt: at.toISOString(),
  postgres: '18.4',
  migrations: [],
  tables: [{ name: 'units', columns: ['id', 'name'] }],
}

/** A small right archive, entry by entry. */
export const entries: readonly NewEntry[] = [
  jsonEntry(HEADER, header),
  dataEntry(nameOf.secret('app-key'), Buffer.from('bí mật')),
  dataEntry(nameOf.table('units', 1), Buffer.from('1\tĐội Quản lý đô thị\n2\tPhòng Y tế\n')),
  dataEntry(nameOf.jobs(1), Buffer.from('sendNotice\t{}\n')),
  jsonEntry(SEQUENCES, [{ name: 'petition_numbers_1_2026', type: 'bigint', increment: '1', last: '41', isCalled: true }]),
  dataEntry(nameOf.file('0'.repeat(40)), Buffer.alloc(700, 'ảnh')),
]

export const facts = { tables: [{ name: 'units', rows: 2 }], jobs: 1, files: { count: 1, bytes: 700 } }

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** The tar stream of these entries, with right digests and manifest. */
export function tarBytes(of: readonly NewEntry[] = entries): Promise<Buffer> {
  const files = of.filter(({ name }) => name.startsWith('files/'))
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return collect(writeArchive(inTurn(of), () => ({ ...facts, files: { count: files.length, bytes } }), at))
}

/** As it lies on the disk: packed, sealed, and encrypted if there is somebody to encrypt for. */
export async function archiveBytes(tar: Uint8Array, encrypter?: Encrypter): Promise<Buffer> {
  const sealed = seal(inTurn([tar]))
  return collect(encrypter ? encrypt(encrypter, sealed) : sealed)
}

export async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads all of it as a restore does before it touches anything. */
export function verify(archive: Uint8Array, decrypter?: Decrypter) {
  return verifyArchive(() => readArchive(tarOf(inTurn([archive]), decrypter)))
}

/** Name and content of every entry that is handed out. */
export async function contents(archive: Uint8Array, decrypter?: Decrypter): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const entry of readArchive(tarOf(inTurn([archive]), decrypter)))
    if ('body' in entry) found[entry.kind === 'jobs' ? 'jobs' : entry.name] = (await whole(entry.body)).toString()
  return found
}
