import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { importNukeViet, type Remark, Report, SourceUnreadable, text } from '../importers/nukeviet/index.ts'
import { hasRole, listAuthorities, listStaff, normalUsername } from '../modules/accounts/index.ts'
import { prepareScratch } from '../modules/files/index.ts'
import { connect } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { diskStorage } from '../platform/storage.ts'
import { type CommandIo, langIn } from './backup-use.ts'
import { joinDatabase } from './database.ts'
import { ReportFile } from './import-report.ts'
import { sourceOf } from './import-source.ts'

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
  const { by } = asked
  const source = await sourceOf(asked, io)
  if ('refused' in source) {
    if (source.refused === 'noDump') return refuse(words.noDump(asked.dump!), 1)
    return refuse(`${words.wrongUse(words[source.refused])}\n\n${words.usage}`, 2)
  }
  if (!by) return refuse(`${words.wrongUse(words.missing('--by'))}\n\n${words.usage}`, 2)
  if (source.hasVisiblePassword) {
    // What was typed is in every list of processes until it is written over.
    if (io === process) process.title = 'congdan import nukeviet'
    io.stderr.write(`${words.visiblePassword}\n`)
  }
  if (asked.files && !(await isFolder(asked.files))) return refuse(words.noFolder(asked.files), 1)

  const config = loadConfig(io.env)
  const database = await joinDatabase(config)
  await migrate(database.url)
  const { db, close } = connect(database.url, 4)
  let reportFile: ReportFile | null = null
  try {
    const authority = (await listAuthorities(db)).find(({ slug }) => asked.authority === undefined || slug === asked.authority)
    if (!authority) return refuse(words.noAuthority, 1)
    const scope = { authorityId: authority.id }
    const actor = (await listStaff(db, scope)).find(({ username }) => username === normalUsername(by))
    if (!actor || !hasRole(actor, 'editor')) return refuse(words.noEditor(by), 1)
    const files = { storage: await diskStorage(join(config.dataDir, 'files')), scratch: join(config.dataDir, 'scratch') }
    await prepareScratch(files.scratch)
    try {
      if (asked.report !== undefined) reportFile = new ReportFile(asked.report)
    } catch {
      return refuse(words.noReport(asked.report!), 1)
    }
    const report = new Report((kind, remark: Remark) => {
      const reason = words.reasons[remark.code] ?? remark.code
      io.stdout.write(`${words.row(words[kind], remark.table, remark.sourceId, reason, remark.what)}\n`)
      reportFile?.add(kind, remark, reason)
    })
    if (asked['dry-run']) io.stdout.write(`${words.dryRun}\n`)
    await importNukeViet({
      db,
      files,
      scope,
      actor,
      site: authority,
      source: {
        prefix: asked.prefix,
        language: asked.language,
        module: asked.module,
        pages: namesIn(asked.pages),
        host: asked.site ?? null,
      },
      read: source.read,
      folder: asked.files ?? null,
      dryRun: asked['dry-run'],
      report,
      now: () => new Date(),
      categoryIds: new Map(),
    })
    for (const [table, { read, brought, already, refused }] of report.tables) {
      const done = brought + already + refused
      const line = partOf.test(table) && done === 0 ? words.part(table, read) : words.counts(table, read, brought, already, refused)
      io.stdout.write(`${done === 0 && unread.test(table) ? words.notRead(table, read) : line}\n`)
    }
    reportFile?.finish(report, { dryRun: asked['dry-run'] })
    reportFile = null
    io.stdout.write(`${words.done(report.refused, report.notes)}\n`)
    return report.refused > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error
    const { prefix, language, module } = asked
    return refuse(words.faults[error.code](error.near, `${prefix}_${language}_${module}`), 1)
  } finally {
    reportFile?.drop()
    await close()
    await database.stop()
  }
}

/** What is only counted. */
const unread = /^comment \(.*\)$/
/** What is part of another row: the text of an article, an answer of a poll. */
const partOf = /(_detail|_sources|_tags_id|^voting_rows)$/

/** Names in one line, with commas between them; none at all is allowed. */
const namesIn = (line: string) =>
  line
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

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
        database: string,
        'password-stdin': { type: 'boolean', default: false },
        files: string,
        site: string,
        report: string,
        by: string,
        authority: string,
        prefix: { type: 'string', default: 'nv4' },
        language: { type: 'string', default: 'vi' },
        module: { type: 'string', default: 'news' },
        pages: { type: 'string', default: 'about,page' },
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
