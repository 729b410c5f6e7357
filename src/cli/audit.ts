import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { listAuthorities } from '../modules/accounts/index.ts'
import { type Audited, auditLog, type Finding, listLogKeys } from '../modules/log/index.ts'
import { connect, type Db } from '../platform/database.ts'
import { openCheckpoint } from '../shared/tlog/checkpoint.ts'
import { parseVkey } from '../shared/tlog/vkey.ts'
import { joinDatabase } from './database.ts'

const usage = `congdan audit [--authority SLUG] [--noted CHECKPOINT] [--json]

Tính lại sổ công khai từ các dòng của cơ sở dữ liệu, từng lá, từng tấm, từng bản ký, rồi so với những gì đã công bố. Không ghi gì.
--noted: một bản ký mà bạn đã lưu trước đây (tệp lấy từ /log/checkpoint): sổ phải từng đúng như vậy.

Works the public log out anew from the rows of the database, leaf by leaf, tile by tile, checkpoint by checkpoint, and compares it with
what was published. Writes nothing. --noted: a checkpoint that you kept earlier (from /log/checkpoint): the log must have been just so.

Exit codes: 0 đúng / sound, 1 có chỗ sai / something is wrong, 2 dùng sai / wrong use
`

interface Io {
  env: NodeJS.ProcessEnv
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown }
}

/** `congdan audit` */
export async function auditCommand(args: string[], io: Io = process): Promise<number> {
  const asked = understood(args)
  if ('wrong' in asked) {
    io.stderr.write(`${asked.wrong}\n\n${usage}`)
    return 2
  }
  if (asked.help) {
    io.stdout.write(usage)
    return 0
  }
  const database = await joinDatabase(loadConfig(io.env))
  const { db, close } = connect(database.url, 2)
  try {
    return await auditAll(db, asked, io)
  } finally {
    await close()
    await database.stop()
  }
}

interface Asked {
  authority?: string | undefined
  noted?: string | undefined
  json: boolean
}

/** Audits the log of each authority, or of the one that was named. */
export async function auditAll(db: Db, { authority, noted, json }: Asked, io: Pick<Io, 'stdout' | 'stderr'>): Promise<number> {
  const sites = (await listAuthorities(db)).filter(({ slug }) => authority === undefined || slug === authority)
  if (sites.length === 0) {
    io.stderr.write(`Không có cơ quan “${authority ?? ''}”. / There is no such authority.\n`)
    return 1
  }
  let isSound = true
  for (const { id, slug } of sites) {
    const scope = { authorityId: id }
    const keys = await listLogKeys(db, scope)
    if (keys.length === 0) {
      io.stdout.write(json ? `${JSON.stringify({ authority: slug, log: null })}\n` : `${slug}: chưa lập sổ / no log yet\n`)
      continue
    }
    const kept = noted === undefined ? null : openNoted(noted, keys)
    if (typeof kept === 'string') {
      io.stderr.write(`${noted}: ${kept}\n`)
      return 1
    }
    const audited = await auditLog(db, scope, {
      ...(kept ? { noted: kept } : {}),
      onFinding: (finding) => json || io.stdout.write(`✗ ${slug}: ${sentence(finding)}\n`),
    })
    io.stdout.write(json ? `${JSON.stringify({ authority: slug, ...audited })}\n` : `${summary(slug, audited)}\n`)
    isSound &&= audited.findings.length === 0
  }
  return isSound ? 0 : 1
}

function openNoted(file: string, keys: readonly { vkey: string }[]): { size: number; root: Uint8Array } | string {
  try {
    return openCheckpoint(
      readFileSync(file),
      keys.map(({ vkey }) => parseVkey(vkey)),
    ).checkpoint
  } catch (error) {
    return `không phải bản ký của sổ này / no checkpoint of this log: ${(error as Error).message}`
  }
}

function summary(slug: string, { leaves, heads, tiles, waiting, root, findings }: Audited): string {
  const facts = `${leaves} dòng/leaves, ${tiles} tấm/tiles, ${heads} bản ký/checkpoints, ${waiting} đang chờ/waiting, ${root}`
  return findings.length === 0
    ? `✓ ${slug}: sổ khớp từng dòng / the log is as it was published (${facts})`
    : `✗ ${slug}: ${findings.length} chỗ không khớp / places differ (${facts})`
}

function sentence(finding: Finding): string {
  switch (finding.kind) {
    case 'rewritten':
      return `dòng ${finding.position} (${finding.type}, ${finding.matter}): lịch sử đã bị sửa / the history was rewritten: ${finding.what.join(', ')}; history_entries.id = ${finding.entryId}`
    case 'removed':
      return `dòng ${finding.position} (${finding.type}, ${finding.matter}): lịch sử đã bị bỏ / the history was removed; history_entries.id = ${finding.entryId}`
    case 'unlogged':
      return `${finding.type}, ${finding.matter}: có trong lịch sử mà không vào sổ / in the history, not in the log; history_entries.id = ${finding.entryId}`
    case 'leaf':
      return `dòng ${finding.position}: nội dung không hợp với mã của nó / the leaf does not fit its hash`
    case 'gap':
      return `dòng ${finding.position}: mất / missing`
    case 'tile':
      return `tấm/tile ${finding.level}/${finding.n}: không hợp với các dòng / does not fit the leaves`
    case 'head':
      return `bản ký ở ${finding.size} dòng: sổ không còn đúng như đã ký / the log is no longer what was signed at ${finding.size} leaves`
    case 'signature':
      return `bản ký ở ${finding.size} dòng: chữ ký sai / the signature at ${finding.size} leaves is wrong`
    case 'noted':
      return `bản ký bạn giữ (${finding.size} dòng): sổ chưa từng như vậy / the checkpoint that you kept (${finding.size} leaves) is not of this log's past`
  }
}

function understood(args: string[]): (Asked & { help: boolean }) | { wrong: string } {
  try {
    const { values } = parseArgs({
      args,
      options: { authority: { type: 'string' }, noted: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    return { authority: values.authority, noted: values.noted, json: values.json ?? false, help: values.help ?? false }
  } catch (error) {
    return { wrong: (error as Error).message }
  }
}
