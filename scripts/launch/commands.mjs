import { buildIfStale } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { install } from './install.mjs'
import { requireMariaDb } from './mariadb.mjs'
import { inRoot, nodeProgram, toolEnvironment } from './paths.mjs'
import { runAloud, runQuietly, runServer } from './run.mjs'
import { step } from './say.mjs'
import { debianPostgres, runVitest } from './test-runs.mjs'

/** Installs, builds, then is the server until it ends. */
export async function start(args) {
  await install()
  await buildIfStale()
  return runServer(nodeProgram(), ['--enable-source-maps', inRoot('dist', 'server', 'main.js'), 'start', ...args], process.env)
}

export async function build() {
  await install()
  await buildIfStale()
  return 0
}

/** Every test, on the embedded database, then those of the database again on Debian's server where there is one. Arguments narrow the first run, alone. */
export async function test(args) {
  await install()
  const env = { CHROMIUM: await findChromium() }
  await requireMariaDb()
  await buildIfStale()
  const runs = [await runVitest('Mọi phép thử, PostgreSQL kèm theo / every test, embedded PostgreSQL', args, env)]
  const bin = debianPostgres()
  if (bin && args.length === 0 && !process.env.TEST_DATABASE_URL) {
    // The embedded server's own tests bring their server along.
    const which = ['--project', 'database', '--exclude', 'src/platform/embedded-postgres/**']
    runs.push(await runVitest(`Phép thử cơ sở dữ liệu / database tests, ${bin}`, which, { ...env, TEST_POSTGRES_BIN: bin }))
  }
  const sum = (name) => runs.reduce((total, counts) => total + counts[name], 0)
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') > 0 ? 1 : 0
}

/** Types, lint, unused code, pure tests (the arrows are among them): the tests beside the rest, for two cores. */
export async function check() {
  await install()
  const lanes = [
    [['phép thử thuần / pure tests', 'vitest', 'run', '--project', 'pure']],
    [
      ['kiểu / types', 'tsc', '--noEmit'],
      ['kiểu dáng / lint', 'biome', 'check', '--no-errors-on-unmatched', '.'],
      ['mã thừa / unused code', 'knip'],
    ],
  ]
  const results = await Promise.all(lanes.map(walkLane))
  return results.every((isRight) => isRight) ? 0 : 1
}

/** @param {readonly (readonly string[])[]} looks one after the other */
async function walkLane(looks) {
  let isRight = true
  for (const [words, program, ...args] of looks) {
    const { code, output } = await step(words, () => runQuietly(program, args, toolEnvironment()))
    if (code === 0) continue
    isRight = false
    console.log(`${output.trim()}\n✗ ${words}\n`)
  }
  return isRight
}

export async function bench(args) {
  await install()
  await buildIfStale()
  return runAloud(nodeProgram(), [inRoot('bench', 'run.ts'), ...args], toolEnvironment())
}
