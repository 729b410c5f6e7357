import { demoTown } from '../../db/demo/demo-data.ts'
import { type Config, loadConfig, loadSecrets } from '../config.ts'
import { demoState, loadDemo } from '../demo/load-demo.ts'
import { MIRROR_JOB } from '../mirror-job.ts'
import { createAuth } from '../modules/accounts/index.ts'
import { type Connection, connect } from '../platform/database.ts'
import { addJob } from '../platform/jobs.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabase } from './database.ts'

/** `congdan demo`: loads the demonstration town into an empty database. */
export async function demo(args: string[]): Promise<number> {
  if (args.length > 0) return 2
  const config = loadConfig(process.env)
  if (!config.demoAllowed) {
    process.stderr.write('Máy chủ này ở ngoài loopback: hãy đặt DEMO_PASSWORD khác mặc định trước khi nạp dữ liệu trình diễn.\n')
    return 1
  }
  const { appKey } = loadSecrets(config.dataDir)
  const database = await openDatabase(config)
  try {
    await migrate(database.url)
    const connection = connect(database.url, 4)
    try {
      if (['finished', 'other'].includes(await demoState(connection.db))) {
        process.stderr.write('Cơ sở dữ liệu đã có cơ quan; dữ liệu trình diễn chỉ nạp vào nơi còn trống. / The database is not empty.\n')
        return 1
      }
      await fillDemo(config, connection, appKey)
      process.stdout.write(demoPeopleLines(config.demoPassword))
      return 0
    } finally {
      await connection.close()
    }
  } finally {
    await database.stop()
  }
}

export async function fillDemo(config: Pick<Config, 'publicUrl' | 'demoPassword'>, { db }: Connection, appKey: Buffer): Promise<void> {
  const auth = await createAuth({ db, secret: appKey.toString('base64'), publicUrl: config.publicUrl })
  await loadDemo({ db, auth, appKey, password: config.demoPassword, now: new Date(), past: true })
  // Who tries the software need not wait for a night: two minutes later the log is written, and its first mirror can be taken.
  const soon = new Date(Date.now() + 120_000)
  await db.transaction().execute((trx) => addJob(trx, MIRROR_JOB, {}, MIRROR_JOB, soon))
}

/** The people one can be, for the one who tries it. */
export function demoPeopleLines(password: string): string {
  const unitName = (key: string | null) => demoTown.units.find((unit) => unit.key === key)?.shortName ?? ''
  const shown = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh']
  const lines = shown.flatMap((username) => {
    const person = demoTown.people.find((candidate) => candidate.username === username)
    return person
      ? [`  ${username.padEnd(6)} ${person.role.padEnd(17)} ${person.name}${person.unit ? ` · ${unitName(person.unit)}` : ''}`]
      : []
  })
  return ['', `Người dùng trình diễn / demonstration people (mật khẩu / password: ${password}):`, ...lines, ''].join('\n')
}
