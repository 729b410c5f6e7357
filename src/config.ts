import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

/** Password of the demonstration people unless DEMO_PASSWORD says otherwise. */
export const DEFAULT_DEMO_PASSWORD = 'phuoc-long-2017'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Null: the embedded database. */
  readonly databaseUrl: string | null
  readonly publicUrl: string | null
  /** Null: mail waits in the outbox. */
  readonly smtpUrl: string | null
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
  readonly demoPassword: string
  /** Whether the demonstration town may exist on this server. */
  readonly demoAllowed: boolean
  /** Reached from beyond this machine: HOST or PUBLIC_URL is not loopback. */
  readonly isOpen: boolean
}

/** A setting that stops the start; the message says what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the environment.
 * @throws ConfigError naming the variable and what it must be
 */
export function loadConfig(env: Env): Config {
  const host = env['HOST'] || '127.0.0.1'
  const publicUrl = urlOf(env, 'PUBLIC_URL', ['http:', 'https:'])
  const demoPassword = env['DEMO_PASSWORD'] || DEFAULT_DEMO_PASSWORD
  const open = !isLoopback(host) || (publicUrl !== null && !isLoopback(new URL(publicUrl).hostname))
  return {
    host,
    port: portOf(env),
    dataDir: resolve(env['DATA_DIR'] || './var'),
    databaseUrl: urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    publicUrl,
    smtpUrl: urlOf(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    trustedProxies: proxiesOf(env),
    logLevel: levelOf(env),
    demoPassword,
    isOpen: open,
    demoAllowed: !open || demoPassword !== DEFAULT_DEMO_PASSWORD,
  }
}

function wrong(name: string, vi: string, en: string): never {
  throw new ConfigError(`${name}: ${vi} / ${en}`)
}

function portOf(env: Env): number {
  const text = env['PORT'] || '8080'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    wrong('PORT', 'phải là một số từ 0 đến 65535, ví dụ 8080.', 'must be a number from 0 to 65535, such as 8080.')
  return port
}

function levelOf(env: Env): LogLevel {
  const level = (env['LOG_LEVEL'] || 'warn') as LogLevel
  if (!logLevels.includes(level))
    wrong('LOG_LEVEL', `phải là một trong ${logLevels.join(', ')}.`, `must be one of ${logLevels.join(', ')}.`)
  return level
}

function urlOf(env: Env, name: string, protocols: readonly string[]): string | null {
  const text = env[name]
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !protocols.includes(url.protocol)) {
    const example = `${protocols.at(-1)}//…`
    wrong(name, `phải là một địa chỉ bắt đầu bằng ${example}`, `must be an address that begins with ${example}`)
  }
  return text
}

function proxiesOf(env: Env): string[] {
  const names = (env['TRUSTED_PROXIES'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  for (const name of names) {
    const [address = '', bits] = name.split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    if (!family || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))) {
      wrong(
        'TRUSTED_PROXIES',
        `“${name}” không phải địa chỉ IP hay dải, ví dụ 10.0.0.1,10.1.0.0/16.`,
        `"${name}" is not an IP address or range, such as 10.0.0.1,10.1.0.0/16.`,
      )
    }
  }
  return names
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name)
}

export interface Secrets {
  /** 32 bytes from which every other key is derived. */
  appKey: Buffer
}

/** Reads the server's secrets, making them at the first start; two first starts at once end up with the same. */
export function loadSecrets(dataDir: string): Secrets {
  const folder = join(dataDir, 'secrets')
  // Others may pass through, not look in: started by root, the database is another user's.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'app-key')
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
    // A link is made whole or not at all, and never over one that is there.
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  chmodSync(file, 0o600)
  const appKey = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (appKey.length !== 32)
    throw new ConfigError(`${file}: khóa bị hỏng; khôi phục từ bản sao lưu. / the key is damaged; restore it from the backup.`)
  return { appKey }
}
