import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Who runs the database: PostgreSQL refuses root. Undefined means whoever runs us. */
export interface OsUser {
  uid: number
  gid: number
}

/** Another user than root for the database, or undefined when we are not root ourselves. */
export function chooseOsUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = findUser('postgres') ?? findUser('congdan')
  if (known) return known
  spawnSync('/usr/sbin/useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    'congdan',
  ])
  const user = findUser('congdan') ?? findUser('nobody')
  if (user) return user
  throw new Error(
    'Không có tài khoản hệ thống nào để chạy PostgreSQL: hãy tạo người dùng "congdan" rồi khởi động lại. ' +
      '(No system user to run PostgreSQL: create the user "congdan" and start again.)',
  )
}

/** True when that user may enter the folder (or we ourselves, without a user). */
export function mayEnter(user: OsUser | undefined, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function findUser(name: string): OsUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && Number(uid) !== 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
}
