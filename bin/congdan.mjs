#!/usr/bin/env node
// `npx congdan COMMAND`: the built program, run with the Node that the project pins.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const main = join(root, 'dist', 'server', 'main.js')
const pinned = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')

if (!existsSync(main)) {
  console.error('Chưa có chương trình: hãy chạy "npm run build" trước. (The program is not built: run "npm run build" first.)')
  process.exitCode = 1
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv[1] = main
  await import(pathToFileURL(main).href)
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both of us; from elsewhere it comes to us alone.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
} else {
  console.error('Cần Node 24: hãy chạy "npm run build" để cài. (Node 24 is needed: "npm run build" installs it.)')
  process.exitCode = 1
}
