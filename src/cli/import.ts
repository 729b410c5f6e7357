import { createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { DumpUnreadable, importNukeViet, Report, text } from '../importers/nukeviet/index.ts'
import { hasRole, listAuthorities, listStaff, normalUsername } from '../modules/accounts/index.ts'
import { prepareScratch } from '../modules/files/index.ts'
import { connect } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { diskStorage } from '../platform/storage.ts'
import { type CommandIo, langIn } from './backup-use.ts'
import { joinDatabase } from './database.ts'

/** `congdan import nukeviet`: 0 done, 1 rows were refused or nothing could be done, 2 wrong use. The server may go on working. */
export async function importCommand([portal, ...args]: string[], io: CommandIo = process): Promise<number> {
  const lang = langIn(args)
  const words = text[lang]
  const refuse = (sentence: string, code: 1 | 2) => {
    io.stderr.write(`${sentence}\n`)
    return code
  }
  const asked =
    portal === 'nukeviet' || portal === '--help' ? understood(portal === 'nukeviet' ? args : ['--help']) : { wrong: portal ?? '' }
  if ('wrong' in asked) return refuse(`${words.wrongUse(asked.wrong)}\n\n${words.usage}`, 2)
  if (asked.help) {
    io.stdout.write(`${words.usage}\n`)
    return 0
  }
  const { dump, by } = asked
  if (!dump || !by) return refuse(`${words.wrongUse(words.missing(dump ? '--by' : '--dump'))}\n\n${words.usage}`, 2)
  if (dump !== '-' && !(await isThere(dump))) return refuse(words.noDump(dump), 1)
  if (asked.files && !(await isFolder(asked.files))) return refuse(words.noFolder(asked.files), 1)

  const config = loadConfig(io.env)
  const database = await joinDatabase(config)
  await migrate(database.url)
  const { db, close } = connect(database.url, 4)
  try {
    const authority = (await listAuthorities(db)).find(({ slug }) => asked.authority === undefined || slug === asked.authority)
    if (!authority) return refuse(words.noAuthority, 1)
    const scope = { authorityId: authority.id }
    const actor = (await listStaff(db, scope)).find(({ username }) => username === normalUsername(by))
    if (!actor || !hasRole(actor, 'editor')) return refuse(words.noEditor(by), 1)
    const files = { storage: await diskStorage(join(config.dataDir, 'files')), scratch: join(config.dataDir, 'scratch') }
    await prepareScratch(files.scratch)
    const report = new Report((kind, { table, sourceId, code, what }) => {
      io.stdout.write(`${words.row(words[kind], table, sourceId, words.reasons[code] ?? code, what)}\n`)
    })
    if (asked['dry-run']) io.stdout.write(`${words.dryRun}\n`)
    await importNukeViet({
      db,
      files,
      scope,
      actor,
      source: { prefix: asked.prefix, language: asked.language, module: asked.module },
      dump: dump === '-' ? io.stdin : createReadStream(dump, { highWaterMark: 256 * 1024 }),
      folder: asked.files ?? null,
      dryRun: asked['dry-run'],
      report,
      now: () => new Date(),
      categoryIds: new Map(),
    })
    for (const [table, { read, brought, already, refused }] of report.tables) {
      const isKept = brought + already + refused > 0 || !unread.has(table)
      io.stdout.write(`${isKept ? words.counts(table, read, brought, already, refused) : words.notRead(table, read)}\n`)
    }
    io.stdout.write(`${words.done(report.refused, report.notes)}\n`)
    return report.refused > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof DumpUnreadable) return refuse(words.faults[error.code](error.near), 1)
    throw error
  } finally {
    await close()
    await database.stop()
  }
}

/** What is only counted. */
const unread = new Set(['comment', 'voting', 'voting_rows'])

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

function understood(args: string[]) {
  const string = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args,
      options: {
        dump: string,
        files: string,
        by: string,
        authority: string,
        prefix: { type: 'string', default: 'nv4' },
        language: { type: 'string', default: 'vi' },
        module: { type: 'string', default: 'news' },
        'dry-run': { type: 'boolean', default: false },
        lang: string,
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return { wrong: (error as Error).message }
  }
}
