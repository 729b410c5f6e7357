import { randomUUID } from 'node:crypto'
import { built } from './built.ts'
import { type Bench, median, rate } from './report.ts'
import { appKey, openTown, scope, site } from './town.ts'

const { filePetition } = built

const ROUNDS = 5
const words = 'Đoạn đường từ số 98 đến số 124 cứ mưa nửa tiếng là ngập, nước tràn vào nhà dân. '.repeat(6)

/** A durable filing against a bare durable one-row commit with the same words, in turns. */
export const filing: Bench = async (report) => {
  const town = await openTown({ petitions: false })
  try {
    await town.pool.query('create table bare_commits (id uuid primary key, words text not null)')
    const bare = () => town.pool.query('insert into bare_commits values ($1, $2)', [randomUUID(), words])
    const options = { db: town.db, appKey, now: () => new Date(), hamletExists: async () => false }
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
    for (const clients of [1, 16]) {
      const times = clients === 1 ? 500 : 2_000
      const pairs: { bare: number; file: number }[] = []
      for (let round = 0; round < ROUNDS; round++)
        pairs.push({ bare: await rate(clients, times * 2, bare), file: await rate(clients, times, file) })
      report(`bare commits, ${clients} clients`, median(pairs.map((pair) => pair.bare)), '1/s')
      report(`filings, ${clients} clients`, median(pairs.map((pair) => pair.file)), '1/s')
      report(`filing to bare commit, ${clients} clients`, median(pairs.map((pair) => pair.file / pair.bare)), 'ratio')
    }
  } finally {
    await town.close()
  }
}
