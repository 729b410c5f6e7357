import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db, Trx } from '../../platform/database.ts'
import {
  formatSigningKey,
  formatVkey,
  keyTypes,
  newSigningKey,
  parseSigningKey,
  parseVkey,
  type SigningKey,
} from '../../shared/tlog/vkey.ts'
import type { Scope } from '../accounts/index.ts'
import './log.table.ts'

/** One of the log's keys, its public half. */
export interface LogKey {
  number: number
  vkey: string
  fromSize: number
  madeAt: Date
}

/** Every key that signed or signs, the newest last. */
export async function listLogKeys(db: Db, scope: Scope): Promise<LogKey[]> {
  return db
    .selectFrom('log_keys')
    .select(['number', 'vkey', 'from_size as fromSize', 'made_at as madeAt'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('number')
    .execute()
}

/** The key that signs now; undefined before the log was set up. */
export async function findLogKey(db: Db, scope: Scope): Promise<LogKey | undefined> {
  return (await listLogKeys(db, scope)).at(-1)
}

/** Writes a new secret key down, for its owner alone, before anything is signed with it. */
export function makeKeyFile(folder: string, scope: Scope, name: string): SigningKey {
  const key = newSigningKey(name, keyTypes.note)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  writeFileSync(fileOf(folder, scope, formatVkey(key.vkey)), `${formatSigningKey(key)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return key
}

export function dropKeyFile(folder: string, scope: Scope, key: SigningKey): void {
  rmSync(fileOf(folder, scope, formatVkey(key.vkey)), { force: true })
}

/**
 * The secret half of a key that the database names.
 * @throws when it is not here: a server without it can show the log, not go on with it
 */
export function readKeyFile(folder: string, scope: Scope, vkey: string): SigningKey {
  const file = fileOf(folder, scope, vkey)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(
      `Khóa ký của sổ công khai không có ở ${file}: hãy chép từ máy chủ cũ hoặc từ bản sao lưu. / The log's signing key is not at ${file}: copy it from the earlier server or the backup.`,
      { cause: error },
    )
  }
  const key = parseSigningKey(text.trim())
  if (formatVkey(key.vkey) !== vkey) throw new Error(`${file} holds another key than its name says.`)
  return key
}

/** Named by the key, so that an old one and its successor lie side by side; a form that a backup takes along. */
function fileOf(folder: string, { authorityId }: Scope, vkey: string): string {
  return join(folder, `key-${authorityId}-${parseVkey(vkey).keyId.toString(16).padStart(8, '0')}`)
}

/** @returns false when another process was first */
export async function insertKey(trx: Trx, scope: Scope, { number, vkey, fromSize }: Omit<LogKey, 'madeAt'>): Promise<boolean> {
  const made = await trx
    .insertInto('log_keys')
    .values({ authority_id: scope.authorityId, number, vkey, from_size: fromSize })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  return made !== undefined
}
