import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { root } from './paths.mjs'

const codeOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0)

/**
 * Runs a program to its end and keeps what it says.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const parts = []
  child.stdout.on('data', (part) => parts.push(part))
  child.stderr.on('data', (part) => parts.push(part))
  return ended(child, (code) => ({ code, output: Buffer.concat(parts).toString() }))
}

/** Runs a program whose words people read as they come; gives its exit code. */
export function runAloud(program, args, env = process.env) {
  return ended(spawn(program, args, { cwd: root, env, stdio: 'inherit' }), (code) => code)
}

/**
 * Runs the server until it ends. It has a process group of its own, so that Ctrl-C reaches it once, through us, and not again from the
 * terminal and from npm; the channel tells it when we are gone (`end-with-parent.mjs`).
 */
export function runServer(program, args, env) {
  const child = spawn(program, ['--import', new URL('./end-with-parent.mjs', import.meta.url).href, ...args], {
    cwd: process.cwd(),
    env,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // npm killed without a word leaves us behind, or us and the shell that it starts us with.
  const parents = parentsNow()
  const watch = setInterval(() => {
    if (!process.env.npm_lifecycle_event || parentsNow() === parents) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  return ended(child, (code) => {
    clearInterval(watch)
    return code
  })
}

/** Our parent and, where that is the shell of `npm run`, its parent. */
function parentsNow() {
  try {
    const [, name, rest] = /\((.*)\) \S+ (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
    return name === 'sh' ? `${process.ppid} ${rest}` : `${process.ppid}`
  } catch {
    return `${process.ppid}`
  }
}

/** Resolves at the child's end. Meanwhile signals go on to it; the same one twice within a second is one (terminal and npm both send it). */
function ended(child, result) {
  let last = { name: '', at: Number.NEGATIVE_INFINITY }
  const pass = (name) => {
    const now = performance.now()
    if (name === last.name && now - last.at < 1000) return
    last = { name, at: now }
    child.kill(name)
  }
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const name of names) process.on(name, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of names) process.off(name, pass)
      resolve(result(codeOf(code, signal)))
    })
  })
}
