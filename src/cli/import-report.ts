import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { Remark, Report } from '../importers/nukeviet/index.ts'

/** The report of an import as a JSON file, row by row as they come; the file has its name once it is whole. */
export class ReportFile {
  private readonly path: string
  private readonly file: number
  private rows = 0

  /** @throws when the file cannot be written */
  constructor(path: string) {
    this.path = path
    this.file = openSync(`${path}.part`, 'w', 0o600)
    writeSync(this.file, '{"rows":[')
  }

  add(kind: 'refused' | 'note', { table, sourceId, code, what }: Remark, reason: string): void {
    writeSync(this.file, `${this.rows++ > 0 ? ',' : ''}\n${JSON.stringify({ kind, table, id: sourceId, code, reason, what })}`)
  }

  finish(report: Report, { dryRun }: { dryRun: boolean }): void {
    const tables = Object.fromEntries(report.tables)
    const end = { dryRun, tables, refused: report.refused, notes: report.notes }
    writeSync(this.file, `\n],${JSON.stringify(end).slice(1)}\n`)
    closeSync(this.file)
    renameSync(`${this.path}.part`, this.path)
  }

  /** After a failure: no half of a report is left. */
  drop(): void {
    closeSync(this.file)
    rmSync(`${this.path}.part`, { force: true })
  }
}
