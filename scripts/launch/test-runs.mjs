import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countReport } from './count-report.mjs'
import { toolEnvironment } from './paths.mjs'
import { runAloud } from './run.mjs'

/** Runs vitest once, its words shown as they come; the counts are read from its report. */
export async function runVitest(title, args, env) {
  console.log(`\n${title}`)
  const folder = mkdtempSync(join(tmpdir(), 'congdan-report-'))
  try {
    const report = join(folder, 'report.json')
    const code = await runAloud(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      toolEnvironment(env),
    )
    return countReport(existsSync(report) ? readFileSync(report, 'utf8') : '', code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Folder of the newest PostgreSQL server that Debian installed here, if any. */
export function debianPostgres(base = '/usr/lib/postgresql') {
  if (!existsSync(base)) return undefined
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')))
}
