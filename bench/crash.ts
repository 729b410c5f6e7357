import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { built } from './built.ts'
import type { Bench } from './report.ts'

const { connect, findRunning, projectRoot, startEmbeddedPostgres, tokenFingerprint } = built

const ROUNDS = 20
const CLIENTS = 8
const SWEPT_WITHIN_MS = 60_000
/** Acknowledgements to wait for before the kill, different each round so that it strikes elsewhere. */
const beforeKill = (round: number) => 20 + round * 7

interface Filed {
  clientToken: string
  code: string
  secret: string
}

/** kill -9 of everything while petitions are filed: what was acknowledged is there, once, with its history, clock and secret. */
export const crash: Bench = async (report) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'congdan-crash-'))
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const acknowledged: Filed[] = []
  const repeated: Filed[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer(dataDir, port)
      // The last filings of the round before, sent again: whoever lost the reply asks once more.
      for (const filed of acknowledged.slice(-5)) repeated.push((await file(port, filed.clientToken)) ?? filed)
      await fileUntilKilled(port, acknowledged, beforeKill(round), () => killAll(dataDir, server))
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    }
    await recover(dataDir, port)
    await check(dataDir, acknowledged, repeated, report)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** One more start, which spreads what the last kill left behind; then a polite end. */
async function recover(dataDir: string, port: number): Promise<void> {
  const server = await startServer(dataDir, port)
  await untilNoneWaits((await findRunning(dataDir))!)
  server.kill('SIGTERM')
  await once(server, 'exit')
}

async function untilNoneWaits(url: string): Promise<void> {
  const { pool, close } = connect(url, 1)
  try {
    const startedAt = performance.now()
    while ((await pool.query('select 1 from filings where document is not null limit 1')).rows.length > 0) {
      if (performance.now() - startedAt > SWEPT_WITHIN_MS) throw new Error('filings still wait a minute after the start')
      await setTimeout(100)
    }
  } finally {
    await close()
  }
}

async function check(dataDir: string, acknowledged: Filed[], repeated: Filed[], report: Parameters<Bench>[0]): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  const { pool, close } = connect(database.url, 2)
  try {
    const { rows } = await pool.query<{ code: string; client_token: string; whole: boolean }>(
      `select p.code, p.client_token,
         not exists (select 1 from filings f where f.document is not null)
         and exists (select 1 from filings f where (f.authority_id, f.client_token, f.petition_id, f.code) = (p.authority_id, p.client_token, p.id, p.code)) and
         exists (select 1 from history_entries h where h.authority_id = p.authority_id and h.matter_id = p.id)
         and exists (select 1 from clocks c where c.authority_id = p.authority_id and c.matter_id = p.id)
         and exists (select 1 from petition_filers f where f.authority_id = p.authority_id and f.petition_id = p.id) as whole
       from petitions p`,
    )
    const byToken = new Map(rows.map((row) => [row.client_token, row]))
    const lost = acknowledged.filter((filed) => byToken.get(tokenFingerprint(filed.clientToken))?.code !== filed.code)
    const first = new Map(acknowledged.map((filed) => [filed.clientToken, filed]))
    const changed = repeated.filter(
      (again) => first.get(again.clientToken)?.code !== again.code || first.get(again.clientToken)?.secret !== again.secret,
    )
    report('rounds of kill -9', ROUNDS, 'rounds')
    report('acknowledged petitions', acknowledged.length, 'petitions')
    report('lost', lost.length, 'petitions')
    report('doubled', rows.length - new Set(rows.map((row) => row.client_token)).size, 'petitions')
    report('half written', rows.filter((row) => !row.whole).length, 'petitions')
    report('answered differently when sent again', changed.length, 'petitions')
    if (lost.length + changed.length + rows.filter((row) => !row.whole).length > 0) process.exitCode = 1
  } finally {
    await close()
    await database.stop()
  }
}

async function startServer(dataDir: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'server', 'main.js'), 'start'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready http')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${said}`)))
  })
  return child
}

async function fileUntilKilled(port: number, acknowledged: Filed[], most: number, kill: () => void): Promise<void> {
  let left = most
  let over = false
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (!over) {
        const filed = await file(port, randomUUID())
        if (!filed) return
        acknowledged.push(filed)
        if (--left === 0) {
          over = true
          kill()
        }
      }
    }),
  )
}

/** Null when the server was gone before it answered. */
async function file(port: number, clientToken: string): Promise<Filed | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/petitions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'feedback',
        subject: 'Đường ngập',
        body: 'Nước tràn vào nhà.',
        filer: { name: 'Bình' },
        publish: false,
        clientToken,
      }),
    })
    if (answer.status !== 200 && answer.status !== 201) return null
    const { code, secret } = (await answer.json()) as { code: string; secret: string }
    return { clientToken, code, secret }
  } catch {
    return null
  }
}

/** The web and worker process and the database, at once and without warning. */
function killAll(dataDir: string, server: ChildProcess): void {
  const [postmaster] = readFileSync(postmasterFile(dataDir), 'utf8').split('\n')
  server.kill('SIGKILL')
  process.kill(Number(postmaster), 'SIGKILL')
}

function postmasterFile(dataDir: string): string {
  return join(dataDir, 'postgres', 'data', 'postmaster.pid')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
