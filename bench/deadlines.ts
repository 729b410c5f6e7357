import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { built } from './built.ts'
import type { Bench } from './report.ts'

const { projectRoot } = built

const LINES = 200_000
const rules = ['complaint.resolve_first', 'complaint.accept', 'intake.notify_initial_result', 'denunciation.resolve']

/** `congdan deadline --batch`, start of the program included. */
export const deadlines: Bench = async (report) => {
  const lines: string[] = []
  for (let i = 0; i < LINES; i++) {
    const from = new Date(Date.UTC(2019, 0, 1) + (i % 3_600) * 86_400_000).toISOString().slice(0, 10)
    lines.push(JSON.stringify({ rule: rules[i % rules.length], from }))
  }
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'server', 'main.js'), 'deadline', '--batch'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let newlines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) newlines++
  })
  child.stdin.end(`${lines.join('\n')}\n`)
  const [code] = await once(child, 'close')
  if (code !== 0 || newlines !== LINES) throw new Error(`deadline --batch ended with ${code} after ${newlines} of ${LINES} lines`)
  report('due dates computed', LINES / ((performance.now() - startedAt) / 1000), '1/s')
}
