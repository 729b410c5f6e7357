import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { mirrorLog } from '../../src/mirror/mirror-log.ts'
import { parseVkey } from '../../src/shared/tlog/vkey.ts'
import { townAt } from '../../src/witness/town.ts'

/** Every file below a folder, with `/` between names. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
}

/** A mirror serves as a town: its log is mirrored out of it once more, every line checked against the signature. @returns how many lines */
export async function proveMirror(folder: string, scratch: string, vkey: string): Promise<number> {
  const fetch = async (address: string) => {
    const path = join(folder, new URL(address).pathname)
    return existsSync(path) && statSync(path).isFile() ? new Response(readFileSync(path)) : new Response(null, { status: 404 })
  }
  const { opened } = await mirrorLog(scratch, townAt('http://stick', fetch), [parseVkey(vkey)])
  return opened.checkpoint.size
}

/** Each link of its pages leads to a file in it, and its pages load nothing and run nothing; the checker alone has its script. */
export function expectOpensOffline(folder: string): void {
  const pages = filesOf(folder).filter((name) => name.endsWith('.html') && name !== 'kiem-chung.html')
  expect(pages.length).toBeGreaterThan(2)
  for (const name of pages) {
    const page = readFileSync(join(folder, name), 'utf8')
    expect(page).not.toMatch(/<script|<img|<link/)
    for (const [, href] of page.matchAll(/href="([^"]+)"/g))
      expect(existsSync(join(folder, name, '..', href!)), `${name} → ${href}`).toBe(true)
  }
}
