import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { built } from './built.ts'
import { type Bench, median } from './report.ts'
import { openTown } from './town.ts'

const { projectRoot } = built

const ROUNDS = 5
const SECONDS = 4

/** The register page from our server against a bare node:http that answers with the same bytes and headers, in turns. */
export const register: Bench = async (report) => {
  const town = await openTown({ petitions: true })
  const child = fork(fileURLToPath(new URL('./register-servers.ts', import.meta.url)), [
    town.url,
    town.dataDir,
    join(projectRoot(), 'dist', 'client'),
  ])
  try {
    const [{ ours, bare }] = (await once(child, 'message')) as [{ ours: string; bare: string }]
    const load = async (url: string) =>
      (await autocannon({ url, connections: 16, duration: SECONDS, headers: { 'accept-encoding': 'br' } })).requests.average
    await load(ours)
    const pairs: { ours: number; bare: number }[] = []
    for (let round = 0; round < ROUNDS; round++) pairs.push({ bare: await load(bare), ours: await load(ours) })
    report('bare node:http', median(pairs.map((pair) => pair.bare)), '1/s')
    report('register page', median(pairs.map((pair) => pair.ours)), '1/s')
    report('register page to bare node:http', median(pairs.map((pair) => pair.ours / pair.bare)), 'ratio')
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await town.close()
  }
}
