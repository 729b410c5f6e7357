import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linkLibraries, requireBinaries } from './binaries.ts'

test('library links that npm left out are made, and those that are there stay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  try {
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
    writeFileSync(join(folder, 'native', 'lib', 'libx.so.6.1'), 'library')
    const links = ['libx.so', 'libx.so.6'].map((name) => ({ source: 'native/lib/libx.so.6.1', target: `native/lib/${name}` }))
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
    linkLibraries(folder)
    linkLibraries(folder)
    expect(readFileSync(join(folder, 'native', 'lib', 'libx.so.6'), 'utf8')).toBe('library')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a folder without a PostgreSQL that runs is refused with what to do', () => {
  expect(() => requireBinaries('/nowhere/bin', undefined)).toThrow('DATABASE_URL')
})
