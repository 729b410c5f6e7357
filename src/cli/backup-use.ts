import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { BackupRefused, backupText, keysIn } from '../platform/backup/index.ts'
import { type Lang, langs } from '../shared/lang.ts'

/** What a command reads and writes; the process itself is one. */
export interface CommandIo {
  env: Readonly<Record<string, string | undefined>>
  stdin: Readable
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable
}

/** Wrong use of a command: exit 2 with its usage. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}

/** A failure, with what it leaves behind. */
export class Failed extends Error {
  override name = 'Failed'
}

/** The language that a command line asks for; Vietnamese unless it says otherwise. */
export function langIn(args: readonly string[]): Lang {
  const at = args.indexOf('--lang')
  const lang = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? (at === -1 ? undefined : args[at + 1])
  return langs.find((known) => known === lang) ?? 'vi'
}

/** Keys from files, one a line. */
export async function keysOf(files: readonly string[]): Promise<string[]> {
  return (await Promise.all(files.map(async (file) => keysIn(await readable(file))))).flat()
}

async function readable(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new BackupRefused('unreadable', file, { cause: error })
  }
}

/** Runs a command and says its refusals. @returns the exit code: 0 done, 1 refused with a reason, 2 wrong use */
export async function withRefusals(
  command: 'backup' | 'restore',
  lang: Lang,
  { stderr }: CommandIo,
  run: () => Promise<void>,
): Promise<number> {
  const text = backupText[lang]
  try {
    await run()
    return 0
  } catch (error) {
    if (error instanceof WrongUse) {
      stderr.write(`${text.wrongUse(error.message)}\n\n${text[command].usage}\n`)
      return 2
    }
    const reason = error instanceof Failed ? error.cause : error
    if (reason instanceof BackupRefused) stderr.write(`${text.refusals[reason.code](reason.what)}\n`)
    else if (error instanceof Failed) stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`)
    else throw error
    if (error instanceof Failed) stderr.write(`${error.message}\n`)
    return 1
  }
}
