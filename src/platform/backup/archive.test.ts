import { spawnSync } from 'node:child_process'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { archiveBytes, contents, entries, facts, header, tarBytes, verify } from '../../../tests/support/archives.ts'
import { decrypterFor, encrypterFor, keysIn } from './age.ts'
import { FORMAT, HEADER, nameOf, SEQUENCES } from './format.ts'
import { tarHeader } from './tar.ts'
import { dataEntry, jsonEntry, type NewEntry } from './write-archive.ts'

let tar: Buffer
let plain: Buffer
let identity: string
let encrypted: Buffer

beforeAll(async () => {
  tar = await tarBytes()
  plain = await archiveBytes(tar)
  identity = await generateIdentity()
  encrypted = await archiveBytes(tar, encrypterFor([await identityToRecipient(identity)]))
})

/** Every place of a small archive, so that no corner goes unlooked at. */
const places = (length: number) => Array.from({ length }, (_, place) => place)

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
}

const packed = async (change: (names: NewEntry[]) => NewEntry[]) => archiveBytes(await tarBytes(change([...entries])))

describe('what was written is read', () => {
  const expected = {
    'app-key': 'bí mật',
    units: '1\tĐội Quản lý đô thị\n2\tPhòng Y tế\n',
    jobs: 'sendNotice\t{}\n',
    ['0'.repeat(40)]: Buffer.alloc(700, 'ảnh').toString(),
  }

  test('plain', async () => {
    expect(await contents(plain)).toEqual(expected)
    expect(await verify(plain)).toMatchObject({ header, manifest: facts })
  })

  test('encrypted, by its key', async () => {
    expect(encrypted.includes('app-key')).toBe(false)
    expect(await contents(encrypted, decrypterFor([identity], 'key.txt'))).toEqual(expected)
  })

  test('of thousands of entries, whose digests are listed a thousand at a time', async () => {
    const files = Array.from({ length: 2_345 }, (_, n) => dataEntry(nameOf.file(n.toString(16).padStart(40, '0')), Buffer.from(`${n}`)))
    const many = await packed((few) => [...few, ...files])
    expect((await verify(many)).manifest).toMatchObject({ entries: 2_351 + 3, lists: { length: 3 } })
    expect((await contents(many))[(2_344).toString(16).padStart(40, '0')]).toBe('2344')
  })

  test('by stock tools: gunzip and tar', () => {
    const listed = spawnSync('tar', ['tzf', '-'], { input: plain, encoding: 'utf8' })
    expect(listed.status, listed.stderr).toBe(0)
    expect(listed.stderr).toBe('')
    expect(listed.stdout.split('\n')).toEqual([...entries.map(({ name }) => name), 'digests/000001.sha256', 'manifest.json', ''])
  })
})

describe('a changed archive is refused', () => {
  test.each([0x01, 0x80, 0xff])('a byte with the bits %i turned over, at every place', async (bits) => {
    const taken: number[] = []
    for (const place of places(plain.length)) {
      const changed = Buffer.from(plain)
      changed[place]! ^= bits
      if ((await codeOf(verify(changed))) === 'taken') taken.push(place)
    }
    expect(taken).toEqual([])
  })

  test('the same when it is encrypted', async () => {
    const answers = new Set<string>()
    for (const place of places(encrypted.length)) {
      const changed = Buffer.from(encrypted)
      changed[place]! ^= 1 << (place % 8)
      answers.add(await codeOf(verify(changed, decrypterFor([identity], 'key.txt'))))
    }
    expect([...answers].toSorted()).toEqual(['damaged', 'no_identity_fits', 'not_a_backup'])
  })

  test('a byte inside, although it was packed and sealed anew', async () => {
    const answers = new Set<string>()
    for (const place of places(tar.length).filter((n) => n % 5 === 0)) {
      const changed = Buffer.from(tar)
      changed[place]! ^= 0x01
      answers.add(await codeOf(verify(await archiveBytes(changed))))
    }
    expect([...answers]).toEqual(['damaged'])
  })

  test('cut off at any length', async () => {
    const answers = new Set<string>()
    for (const length of places(plain.length)) answers.add(await codeOf(verify(plain.subarray(0, length))))
    expect([...answers].toSorted()).toEqual(['not_a_backup', 'truncated'])
    const shorter = new Set<string>()
    for (const length of places(encrypted.length).filter((n) => n % 7 === 0))
      shorter.add(await codeOf(verify(encrypted.subarray(0, length), decrypterFor([identity], 'key.txt'))))
    expect([...shorter].toSorted()).toEqual(['damaged', 'not_a_backup'])
  })

  test('with something behind it', async () => {
    expect(await codeOf(verify(Buffer.concat([plain, Buffer.from('x')])))).toMatch(/^(damaged|truncated)$/)
    expect(await codeOf(verify(Buffer.concat([plain, plain])))).toBe('damaged')
    expect(await codeOf(verify(await archiveBytes(Buffer.concat([tar, tar]))))).toBe('damaged')
  })
})

describe('an archive that was put together otherwise is refused', () => {
  const extra = (name: string) => dataEntry(name, Buffer.from('x'))

  test.each([
    '../app-key',
    'secrets/../../etc/cron.d/x',
    '/etc/passwd',
    'files/../secrets/app-key',
    'files/0000',
    'secrets/app-key.restoring',
    'tables/Units/000001.copy',
    'tables/units;drop/000001.copy',
    'x',
    '',
  ])('an entry named “%s”', async (name) => {
    expect(await codeOf(verify(await packed((right) => [...right, extra(name)])))).toBe('bad_entry')
  })

  test('a link in place of a file', async () => {
    const link = tarHeader(nameOf.secret('x'), 0, new Date(0))
    link[156] = 0x32
    // The sum of the block is made right again: 2 more than for a plain file.
    const sum = Number.parseInt(link.toString('latin1', 148, 154), 8) + 2
    link.write(sum.toString(8).padStart(6, '0'), 148)
    expect(await codeOf(verify(await archiveBytes(Buffer.concat([tar.subarray(0, tar.length - 1024), link, tar.subarray(-1024)]))))).toBe(
      'damaged',
    )
  })

  test('no header, or not first', async () => {
    expect(await codeOf(verify(await packed(([, ...rest]) => rest)))).toBe('not_a_backup')
    expect(await codeOf(verify(await packed(([first, ...rest]) => [...rest, first!])))).toBe('not_a_backup')
    expect(await codeOf(verify(await packed((right) => [...right, right[0]!])))).toBe('damaged')
  })

  test('no manifest', async () => {
    const manifestAt = tar.lastIndexOf('manifest.json')
    const without = Buffer.concat([tar.subarray(0, manifestAt), tar.subarray(-1024)])
    expect(await codeOf(verify(await archiveBytes(without)))).toBe('truncated')
  })

  test('no sequences: numbers would come twice', async () => {
    expect(await codeOf(verify(await packed((right) => right.filter(({ name }) => name !== SEQUENCES))))).toBe('truncated')
  })

  test('made by a newer program', async () => {
    const ofFormat = (format: number) => packed(([, ...rest]) => [jsonEntry(HEADER, { format, anything: 'else' }), ...rest])
    expect(await codeOf(verify(await ofFormat(FORMAT + 1)))).toBe('newer_format')
    const later = { ...header, product: '9.0.0', migrations: [{ name: '9999_later.sql', sha256: '0'.repeat(64) }] }
    const newer = verify(await packed(([, ...rest]) => [jsonEntry(HEADER, later), ...rest]))
    await expect(newer).rejects.toMatchObject({ code: 'newer_version', what: expect.stringContaining('9.0.0') })
    const edited = { ...header, migrations: [{ name: '0001_authorities.sql', sha256: '0'.repeat(64) }] }
    expect(await codeOf(verify(await packed(([, ...rest]) => [jsonEntry(HEADER, edited), ...rest])))).toBe('migration_changed')
  })
})

describe('keys', () => {
  test('another key does not open it, and none is asked for one', async () => {
    expect(await codeOf(verify(encrypted, decrypterFor([await generateIdentity()], 'key.txt')))).toBe('no_identity_fits')
    expect(await codeOf(verify(encrypted))).toBe('identity_needed')
  })

  test('each of several recipients opens it', async () => {
    const second = await generateIdentity()
    const both = encrypterFor(await Promise.all([identity, second].map(identityToRecipient)))
    const shared = await archiveBytes(tar, both)
    for (const key of [identity, second]) expect(await codeOf(verify(shared, decrypterFor([key], 'key.txt')))).toBe('taken')
  })

  test('a wrong key is named, a secret one never', async () => {
    expect(() => encrypterFor(['age1khongphai'])).toThrow(expect.objectContaining({ code: 'recipient_wrong', what: 'age1khongphai' }))
    expect(() => decrypterFor(['AGE-SECRET-KEY-1HONG'], 'key.txt')).toThrow(
      expect.objectContaining({ code: 'identity_wrong', what: 'key.txt' }),
    )
    expect(() => decrypterFor([], 'key.txt')).toThrow(expect.objectContaining({ code: 'identity_wrong' }))
  })

  test('files of keys are read as age writes them', () => {
    expect(keysIn('# created: 2026-11-24\n# public key: age1x\nAGE-SECRET-KEY-1X\r\n\n')).toEqual(['AGE-SECRET-KEY-1X'])
  })

  test('other files are no backups', async () => {
    expect(await codeOf(verify(Buffer.from('PK\x03\x04 a zip archive, perhaps')))).toBe('not_a_backup')
    expect(await codeOf(verify(Buffer.alloc(0)))).toBe('not_a_backup')
  })
})
