import { join } from 'node:path'
import { createApp } from '../app.ts'
import { type Config, ConfigError, DEFAULT_DEMO_PASSWORD, loadConfig, loadSecrets } from '../config.ts'
import { demoOpensWith, demoState } from '../demo/load-demo.ts'
import { createJobs } from '../jobs.ts'
import { logWork, recordAllRules } from '../log-jobs.ts'
import { startIntegrator } from '../modules/log/index.ts'
import { type Connection, connect } from '../platform/database.ts'
import { startWorker } from '../platform/jobs.ts'
import { migrate, projectRoot } from '../platform/migrate.ts'
import { openDatabase, type RunningDatabase, workAddress } from './database.ts'
import { demoPeopleLines, fillDemo } from './demo.ts'
import { steps } from './steps.ts'
import { untilSignal } from './until-signal.ts'

interface Parts {
  web: boolean
  worker: boolean
  /** Migrations and the demonstration town as well. */
  prepare: boolean
}

/** `npm start`: everything in one process. */
export const start = (args: string[]) => runParts(args, { web: true, worker: true, prepare: true })
export const serve = (args: string[]) => runParts(args, { web: true, worker: false, prepare: false })
export const worker = (args: string[]) => runParts(args, { web: false, worker: true, prepare: false })

async function runParts(args: string[], parts: Parts): Promise<number> {
  if (args.length > 0) {
    process.stderr.write(`Lệnh này không nhận tham số: ${args.join(' ')}\n`)
    return 2
  }
  const config = loadConfig(process.env)
  const { appKey } = loadSecrets(config.dataDir)
  const say = steps()
  const stopping = untilSignal()
  const closers: (() => Promise<unknown>)[] = []
  try {
    say('cơ sở dữ liệu', 'database')
    const database = await openDatabase(config, (line) => say(line))
    closers.push(database.stop)
    if (parts.prepare) await prepare(config, database, appKey, say)
    const address = await workAddress(config, database)
    if (!address.isGuarded) say(unguarded.vi, unguarded.en)
    const connection = connect(address.url, parts.web ? 16 : 6)
    closers.push(connection.close)
    await refuseOpenDemo(config, connection)
    const log = await startParts(config, parts, { url: address.url, connection, appKey, closers })
    say('sẵn sàng', 'ready')
    if (parts.web) await announce(config, connection, log)
    await stopping
    return 0
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

const unguarded = {
  vi: 'vai trò congdan_app không tạo được trên máy chủ cơ sở dữ liệu này: lịch sử chỉ được trình kích hoạt bảo vệ',
  en: 'the role congdan_app could not be made on this database server: only triggers guard the history (docs/how-to/database-roles.md)',
}

/** A town loaded on this machine alone must not go out with the password that everybody can read. */
async function refuseOpenDemo(config: Config, { db }: Connection): Promise<void> {
  if (!config.isOpen || !(await demoOpensWith(db, DEFAULT_DEMO_PASSWORD))) return
  throw new ConfigError(
    'DATA_DIR / DATABASE_URL: thị xã trình diễn ở đây còn mật khẩu ai cũng biết; hãy dùng cơ sở dữ liệu khác, hoặc xóa DATA_DIR rồi đặt DEMO_PASSWORD khác. / the demonstration town here still has the password that everybody knows; use another database, or delete DATA_DIR and set another DEMO_PASSWORD.',
  )
}

async function prepare(config: Config, database: RunningDatabase, appKey: Buffer, say: (vi: string, en?: string) => void): Promise<void> {
  say('cập nhật cấu trúc', 'migrations')
  const ran = await migrate(database.url)
  if (ran.length > 0) say(`đã chạy ${ran.length} bước cập nhật`, `${ran.length} migrations ran`)
  const connection = connect(database.url, 4)
  try {
    const state = await demoState(connection.db)
    if (!config.demoAllowed && state === 'empty') say('chưa có cơ quan nào: npx congdan authority create', 'no authority yet')
    if (!config.demoAllowed || (state !== 'empty' && state !== 'unfinished')) return
    say('nạp thị xã trình diễn', 'demonstration town')
    await fillDemo(config, connection, appKey)
  } finally {
    await connection.close()
  }
}

interface Started {
  /** Address of the database for work. */
  url: string
  connection: Connection
  appKey: Buffer
  closers: (() => Promise<unknown>)[]
}

async function startParts(
  config: Config,
  parts: Parts,
  { url, connection, appKey, closers }: Started,
): Promise<{ address: string | null }> {
  const clientDir = join(projectRoot(), 'dist', 'client')
  const app = await createApp({ config, connection, databaseUrl: url, appKey, clientDir })
  closers.push(() => app.close())
  if (parts.worker) {
    const jobs = await createJobs({ config, db: connection.db, appKey, app, dropPages: app.dropPages, log: app.log })
    await recordAllRules(connection.db)
    const running = await startWorker(url, jobs, app.log)
    closers.push(running.stop)
    closers.push(startIntegrator(logWork({ config, db: connection.db, dropPages: app.dropPages, log: app.log })).stop)
  }
  if (!parts.web) return { address: null }
  return { address: await app.listen({ host: config.host, port: config.port }) }
}

async function announce(config: Config, { db }: Connection, { address }: { address: string | null }): Promise<void> {
  process.stdout.write(`ready ${config.publicUrl ?? address}\n`)
  const demo = await db.selectFrom('authorities').select('demo').where('demo', '=', true).executeTakeFirst()
  if (demo) process.stdout.write(demoPeopleLines(config.demoPassword))
}
