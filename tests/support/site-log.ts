import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { integrateAll, setUpLog } from '../../src/modules/log/index.ts'
import type { Db } from '../../src/platform/database.ts'
import { publicForms } from '../../src/public-forms.ts'

/** Sets the public log of the town up and writes into it what happened so far; again for what happened since. */
export async function writeLog(db: Db, folder = logFolder()): Promise<string> {
  const scope = { authorityId: 1 }
  await setUpLog(db, scope, { folder, origin: 'congdan.local/phuoc-long' })
  await integrateAll({ db, folder, forms: publicForms }, scope)
  return folder
}

function logFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-site-log-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
