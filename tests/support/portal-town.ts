import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import { type ImportOptions, importNukeViet, Report, readDump } from '../../src/importers/nukeviet/index.ts'
import { listStaff } from '../../src/modules/accounts/index.ts'
import { findArticle } from '../../src/modules/news/index.ts'
import { diskStorage } from '../../src/platform/storage.ts'
import { testApp } from './app.ts'
import { docx, photoWithPlace } from './sample-files.ts'

/** The portal as SQL that makes it, and as MariaDB's own dump of that. */
export const portalSql = 'tests/support/nukeviet/portal.sql'
export const portalDump = readFileSync('tests/support/nukeviet/portal-dump.sql', 'utf8')

export const scope = { authorityId: 1 }
export const now = () => new Date('2026-11-22T10:00:00+07:00')

/** The folder of the portal's web root, with the files that its rows name; gone after the last test. */
export async function portalFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-portal-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'uploads/news/2017_02'), { recursive: true })
  for (const name of ['hoi-nghi.png', 'dai-bieu.png'])
    writeFileSync(join(folder, 'uploads/news/2017_02', name), await photoWithPlace({ format: 'png' }))
  mkdirSync(join(folder, 'uploads/about'))
  writeFileSync(join(folder, 'uploads/about/thac-mo.png'), await photoWithPlace({ format: 'png' }))
  for (const name of ['ke-hoach.docx', '2017_02/phu-luc.docx'])
    writeFileSync(join(folder, 'uploads/news', name), docx('Kế hoạch làm đường'))
  return folder
}

/** A dump in small pieces, so that every row is cut somewhere. */
export function inPieces(dump: string): ImportOptions['read'] {
  const bytes = Buffer.from(dump)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, i) => bytes.subarray(i * 997, (i + 1) * 997))
  return (isWanted) => readDump(Readable.from(pieces), isWanted)
}

/** A town with an editor, the portal's folder, and what brings the portal over. */
export async function portalTown() {
  const testing = await testApp({ now })
  const { db } = testing
  const actor = (await listStaff(db, scope)).find(({ username }) => username === 'tuyet')!
  const folder = await portalFolder()
  const files = { storage: await diskStorage(join(testing.dataDir, 'files')), scratch: join(testing.dataDir, 'scratch') }
  async function bring(from: string | ImportOptions['read'], more: Partial<ImportOptions> = {}) {
    const said: string[] = []
    const report = new Report((kind, { table, sourceId, code }) => void said.push(`${kind} ${table} ${sourceId} ${code}`))
    const source = { prefix: 'nv4', language: 'vi', module: 'news', pages: ['about', 'page'], host: 'phuoclong.gov.vn' }
    const common = { db, files, scope, site: { codePrefix: 'PL' }, actor, source, folder, dryRun: false, now, categoryIds: new Map() }
    await importNukeViet({ ...common, read: typeof from === 'string' ? inPieces(from) : from, report, ...more })
    return { report, said }
  }
  const idOf = async (table: string, sourceId: string) => {
    const { matter_id } = await db
      .selectFrom('imported_rows')
      .select('matter_id')
      .where('source_table', '=', table)
      .where('source_id', '=', sourceId)
      .executeTakeFirstOrThrow()
    return matter_id
  }
  const articleOf = async (sourceId: string) => (await findArticle(db, scope, await idOf('news_rows', sourceId)))!
  return { ...testing, folder, bring, idOf, articleOf, get: (url: string) => testing.app.inject({ url }) }
}
