import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Connection } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import { appendEntry, type NewEntry, type PublicForms } from '../history/index.ts'
import type { IntegrateOptions } from './integrate.ts'
import { setUpLog } from './set-up-log.ts'

export const scope = { authorityId: 1 }
export const ORIGIN = 'so.vidu.vn/log'

/** Forms of the entries that these tests write. */
export const testForms: PublicForms = { 'lamp.lit': { facts: { n: 'number' } }, 'lamp.moved': { facts: { n: 'number' }, moves: true } }

export interface TestLog extends Connection {
  url: string
  options: IntegrateOptions
  /** Acts of one lamp each, in one transaction a call. */
  act: (count: number, entry?: Partial<NewEntry>) => Promise<string[]>
}

/** A database of its own with one authority, whose log is set up. */
export async function testLog({ setUp = true } = {}): Promise<TestLog> {
  const connection = await testDatabase()
  const { db } = connection
  const folder = mkdtempSync(join(tmpdir(), 'congdan-log-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  await db
    .insertInto('authorities')
    .values({
      ...{ id: 1, slug: 'phuoc-long', name: 'Phước Long', short_name: 'PL', code_prefix: 'PL', tier: 'ward', remote: false, demo: false },
      ...{ valid_from: '2025-07-01', valid_to: null, host: null, address: '', reception_hours: '', phone: '' },
    })
    .execute()
  const options = { db, folder: join(folder, 'log'), forms: testForms }
  if (setUp) await setUpLog(db, scope, { folder: options.folder, origin: ORIGIN })
  let n = 0
  const act: TestLog['act'] = (count, entry = {}) =>
    db.transaction().execute(async (trx) => {
      const ids: string[] = []
      for (let i = 0; i < count; i++) {
        n++
        const whole: NewEntry = { type: 'lamp.lit', audience: 'public', facts: { n }, ...entry }
        ids.push(
          await appendEntry(trx, scope, { type: 'lamp', id: newId() }, whole, { role: 'caseOfficer', personId: 'p', at: new Date() }),
        )
      }
      return ids
    })
  return { ...connection, options, act }
}
