import { randomUUID } from 'node:crypto'
import { built } from './built.ts'
import { type Bench, median, rate } from './report.ts'
import { appKey, openTown, scope, site } from './town.ts'

const { filePetition, openJournal } = built

const ROUNDS = 9
const words = 'Đoạn đường từ số 98 đến số 124 cứ mưa nửa tiếng là ngập, nước tràn vào nhà dân. '.repeat(6)

/** A durable filing against a bare durable one-row commit with the same words, in turns. */
export const filing: Bench = async (report) => {
  const town = await openTown({ petitions: false })
  try {
    await town.pool.query('create table bare_commits (id uuid primary key, words text not null)')
    const bare = () => town.pool.query('insert into bare_commits values ($1, $2)', [randomUUID(), words])
    const now = () => new Date()
    const log = {
      error: (details: object, message: string) => {
        throw new Error(`${message}: ${JSON.stringify(details)}`)
      },
    }
    const journal = openJournal({ db: town.db, now, dropPages: () => undefined, log })
    const options = { db: town.db, appKey, now, hamletExists: async () => false, journal }
    const file = () =>
      filePetition(options, {
        scope,
        site,
        actor: null,
        channel: 'online',
        input: {
          kind: 'recommendation',
          subject: 'Đường ngập sau mỗi trận mưa',
          body: words,
          filer: { name: 'Trương Thị Bình', phone: '0900 000 001', email: null, address: null, identityNumber: null },
          hamlet: null,
          location: null,
          publish: true,
          clientToken: randomUUID(),
        },
      })
    await rate(4, 300, file)
    await journal.flush()
    for (const clients of [1, 16]) {
      const times = clients === 1 ? 400 : 1_500
      const rounds: { bare: number; file: number; whole: number }[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const bareRate = await rate(clients, times * 2, bare)
        const startedAt = performance.now()
        const fileRate = await rate(clients, times, file)
        await journal.flush()
        rounds.push({ bare: bareRate, file: fileRate, whole: times / ((performance.now() - startedAt) / 1000) })
      }
      report(`bare commits, ${clients} clients`, median(rounds.map((round) => round.bare)), '1/s')
      report(`filings acknowledged, ${clients} clients`, median(rounds.map((round) => round.file)), '1/s')
      report(`filing to bare commit, ${clients} clients`, median(rounds.map((round) => round.file / round.bare)), 'ratio')
      report(`filings until no row waits, ${clients} clients`, median(rounds.map((round) => round.whole)), '1/s')
    }
    const { rows } = await town.pool.query<{ waiting: number; written: number; filed: number }>(
      `select (select count(*)::int from filings where document is not null) as waiting,
        (select count(*)::int from petitions) as written, (select count(*)::int from filings) as filed`,
    )
    report('rows that wait at the end', rows[0]!.waiting, 'rows')
    report('filings without their petition', rows[0]!.filed - rows[0]!.written, 'rows')
  } finally {
    await town.close()
  }
}
