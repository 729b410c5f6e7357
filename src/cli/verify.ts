import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { type Lang, langs } from '../shared/lang.ts'
import { type Explanation, explain, explainUnchecked } from '../shared/receipt-check/explain.ts'
import { checkReceipt, type KnownKeys, looksLikeReceipt, MAX_RECEIPT_BYTES } from '../shared/tlog/check-receipt.ts'
import { formatVkey, parseSigningKey, parseVkey } from '../shared/tlog/vkey.ts'

export interface VerifyIo {
  stdout: Pick<Writable, 'write'>
  stderr: Pick<Writable, 'write'>
  env: Readonly<Record<string, string | undefined>>
}

const usage: Record<Lang, string> = {
  vi: `congdan verify FILE [--key VKEY]… [--witness VKEY]… [--json] [--lang vi|en]

Kiểm một phiếu của sổ công khai, không cần mạng và cơ sở dữ liệu.
Không có --key thì đối chiếu với khóa của máy chủ này (DATA_DIR/log), nếu có.
Mã thoát: 0 phiếu thật, 1 phiếu giả (kèm phần sai), 2 không đọc được hoặc gọi sai.
`,
  en: `congdan verify FILE [--key VKEY]… [--witness VKEY]… [--json] [--lang vi|en]

Checks a receipt of the public log; needs no network and no database.
Without --key it is compared with the keys of this server (DATA_DIR/log), if there are any.
Exit codes: 0 true receipt, 1 forged receipt (with the wrong part), 2 unreadable or wrong use.
`,
}

const unreadable: Record<Lang, (file: string) => string> = {
  vi: (file) => `Không mở được tệp ${file}.\n`,
  en: (file) => `The file ${file} cannot be opened.\n`,
}

/** `congdan verify`: 0 true, 1 forged, 2 unreadable or wrong use. Nothing but a checked receipt ever ends with 0 or 1. */
export async function verify(args: string[], io: VerifyIo = process): Promise<number> {
  const asked = understood(args)
  const lang = asked.lang ?? 'vi'
  if ('wrong' in asked) {
    io.stderr.write(`${asked.wrong}\n\n${usage[lang]}`)
    return 2
  }
  if (asked.help) {
    io.stdout.write(usage[lang])
    return 0
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(asked.file)
  } catch {
    io.stderr.write(unreadable[lang](asked.file))
    return 2
  }
  if (bytes.length > MAX_RECEIPT_BYTES || !looksLikeReceipt(bytes)) {
    const { title, lead } = explainUnchecked(lang, 'unreadable')
    io.stderr.write(asked.json ? `${JSON.stringify({ verdict: 'unreadable' })}\n` : `${title}. ${lead}\n`)
    return 2
  }
  const checked = checkReceipt(bytes, knownKeys(asked, io.env))
  if (asked.json) io.stdout.write(`${JSON.stringify(checked)}\n`)
  else io.stdout.write(inLines(explain(lang, checked)))
  return checked.ok ? 0 : 1
}

type Asked = { lang: Lang; help: boolean; json: boolean; file: string; keys: string[]; witnesses: string[] }

function understood(args: string[]): Asked | { wrong: string; lang?: Lang } {
  try {
    const many = { type: 'string', multiple: true } as const
    const flag = { type: 'boolean', default: false } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: many, witness: many, lang: { type: 'string' }, json: flag, help: { ...flag, short: 'h' } },
    })
    const lang = langs.find((one) => one === (values.lang ?? 'vi'))
    if (!lang) return { wrong: '--lang vi|en' }
    const [file, ...more] = positionals
    const { json, help, key: keys = [], witness: witnesses = [] } = values
    if (!help && (file === undefined || more.length > 0)) return { wrong: 'FILE', lang }
    for (const [name, vkeys] of [['--key', keys] as const, ['--witness', witnesses] as const])
      if (!vkeys.every(isVkey)) return { wrong: `${name}: VKEY = name+0123abcd+base64`, lang }
    return { lang, help, json, file: file ?? '', keys, witnesses }
  } catch (error) {
    const { message } = error as Error
    return { wrong: /'([^']+)'/.exec(message)?.[1] ?? message }
  }
}

function isVkey(text: string): boolean {
  try {
    parseVkey(text)
    return true
  } catch {
    return false
  }
}

/** The keys on the command line, and then no others; else those of the log that this server keeps. */
function knownKeys({ keys, witnesses }: Asked, env: VerifyIo['env']): KnownKeys {
  if (keys.length > 0) return { keys, witnesses, only: true }
  // Not by `loadConfig`: a wrong PORT must not stand in the way of a check.
  return { keys: ownKeys(join(resolve(env['DATA_DIR'] || './var'), 'log')), witnesses }
}

/** Public halves of the signing keys that lie here; none where there is no log or the keys are another user's. */
function ownKeys(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith('key-'))
      .map((name) => formatVkey(parseSigningKey(readFileSync(join(folder, name), 'utf8').trim()).vkey))
  } catch {
    return []
  }
}

function inLines({ title, lead, sections }: Explanation): string {
  const parts = sections.flatMap(({ title: heading, items = [], pairs = [] }) => [
    '',
    `${heading}:`,
    ...pairs.map(([label, value]) => `  ${label}: ${value.replaceAll('\n', '\n    ')}`),
    ...items.map((item) => `  - ${item}`),
  ])
  return `${[title, lead, ...parts].join('\n')}\n`
}
