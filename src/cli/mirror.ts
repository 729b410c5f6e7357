import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { mirrorTown } from '../mirror/mirror-town.ts'
import { MirrorRefusal } from '../mirror/refusal.ts'
import { text } from '../mirror/text.ts'
import { type Lang, langs } from '../shared/lang.ts'
import { FormatError } from '../shared/tlog/bytes.ts'
import { BadSignature } from '../shared/tlog/note.ts'
import { keyTypes, parseVkey, type Vkey } from '../shared/tlog/vkey.ts'
import { TownUnreachable } from '../witness/town.ts'
import { answerUse, langIn } from './asked.ts'

export interface MirrorIo {
  stdout: Writable
  stderr: Writable
}

/** `congdan mirror`: needs no database, and is anybody's. 0 done, 1 refused with a reason, 2 wrong use. */
export async function mirror(args: string[], io: MirrorIo = process): Promise<number> {
  const asked = understood(args)
  const words = text[asked.lang]
  const told = answerUse(asked, words, io)
  if (told !== null || 'wrong' in asked) return told ?? 2
  try {
    const { size, before, items, hasChecker } = await mirrorTown(asked.folder, asked.url, asked.logs, new Date())
    io.stdout.write(`${words.done(size, size - before, items)}\n${hasChecker ? '' : `${words.noChecker}\n`}`)
    io.stdout.write(`${words.open(join(asked.folder, 'index.html'))}\n`)
    return 0
  } catch (error) {
    io.stderr.write(`${refusalIn(asked.lang, error)}\n`)
    return 1
  }
}

function refusalIn(lang: Lang, error: unknown): string {
  const words = text[lang]
  if (error instanceof MirrorRefusal) {
    const sizes = error.known > 0 ? ` ${words.sizes(error.known, error.shown)}` : ''
    return `${words.refused[error.reason]}${sizes}`
  }
  if (error instanceof TownUnreachable || error instanceof FormatError || error instanceof BadSignature)
    return `${words.failed} ${error.message}`
  throw error
}

interface Asked {
  lang: Lang
  help: boolean
  folder: string
  url: string
  logs: readonly Vkey[]
}

function understood(args: string[]): Asked | { wrong: string; lang: Lang } {
  const lang = langIn(args)
  const wrong = (what: string) => ({ wrong: what, lang })
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        log: { type: 'string', multiple: true, default: [] },
        lang: { type: 'string', default: 'vi' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const [folder = '', ...more] = positionals
    if (!langs.some((known) => known === values.lang)) return wrong('--lang vi|en')
    if (!values.help) {
      if (folder === '' || more.length > 0) return wrong(text[lang].oneFolder)
      if (!/^https?:$/.test(URL.parse(values.url ?? '')?.protocol ?? '')) return wrong('--url')
    }
    const logs = values.log.map(parseVkey)
    if (logs.some(({ type }) => type !== keyTypes.note)) return wrong('--log')
    return { lang, help: values.help, folder: resolve(folder), url: values.url ?? '', logs }
  } catch (error) {
    return wrong((error as Error).message)
  }
}
