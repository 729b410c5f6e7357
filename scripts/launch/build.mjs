import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, toolEnvironment } from './paths.mjs'
import { runQuietly } from './run.mjs'
import { Refusal, step } from './say.mjs'

const stamp = inRoot('dist', 'sources.sha256')

/** Builds server and browser files into `dist` if a source changed since: aside, put in place when whole. */
export async function buildIfStale() {
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  await step('dựng chương trình / build', () => buildNow(sources))
}

async function buildNow(sources) {
  const parts = inRoot('node_modules', '.congdan')
  mkdirSync(parts, { recursive: true })
  for (const name of readdirSync(parts).filter((entry) => entry.startsWith('build-')))
    rmSync(join(parts, name), { recursive: true, force: true })
  const draft = mkdtempSync(join(parts, 'build-'))
  try {
    await Promise.all([
      // The checker lies within what the browsers' build empties.
      vite('--outDir', join(draft, 'dist', 'client')).then(() =>
        vite('--mode', 'checker', '--outDir', join(draft, 'dist', 'client', 'checker')),
      ),
      vite('--ssr', '--outDir', join(draft, 'dist', 'server')),
    ])
    writeFileSync(join(draft, 'dist', 'sources.sha256'), sources)
    if (existsSync(inRoot('dist'))) renameSync(inRoot('dist'), join(draft, 'before'))
    renameSync(join(draft, 'dist'), inRoot('dist'))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function vite(...args) {
  const { code, output } = await runQuietly('vite', ['build', '--logLevel', 'warn', ...args], toolEnvironment({ NODE_ENV: 'production' }))
  if (code !== 0) throw new Refusal(`${output.trim()}\nKhông dựng được chương trình. (The build failed.)`)
}

/** One hash over every file that the build reads. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of ['package-lock.json', 'vite.config.ts', 'bench/parts.ts', ...filesIn('db/demo'), ...filesIn('src')])
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0')
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(path)
      return /\.(test|spec)\.tsx?$|\.md$/.test(entry.name) ? [] : [path]
    })
}
