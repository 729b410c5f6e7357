import type { Writable } from 'node:stream'
import { type Lang, langs } from '../shared/lang.ts'

/** The language that a command was asked to speak, readable also where the rest of its words is wrong. */
export function langIn(args: readonly string[]): Lang {
  return langs.find((known) => args.some((arg, at) => arg === `--lang=${known}` || (arg === known && args[at - 1] === '--lang'))) ?? 'vi'
}

interface UseWords {
  usage: string
  wrongUse: (what: string) => string
}

/** Help where it was asked for, and what was wrong with the use. @returns the exit code; null: the command goes on */
export function answerUse(
  asked: { wrong: string } | { help: boolean },
  words: UseWords,
  io: { stdout: Writable; stderr: Writable },
): 0 | 2 | null {
  if ('wrong' in asked) {
    io.stderr.write(`${words.wrongUse(asked.wrong)}\n\n${words.usage}\n`)
    return 2
  }
  if (!asked.help) return null
  io.stdout.write(`${words.usage}\n`)
  return 0
}
