import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
// Past the module's index on purpose: that one brings the web server along, and this command must start at once.
import type { PlanItem, ReadPlan } from '../modules/programmes/reading/plan.ts'
import { planJson } from '../modules/programmes/reading/plan-json.ts'
import { readPlan } from '../modules/programmes/reading/read-plan.ts'
import { text as programmesText } from '../modules/programmes/text.ts'
import { TextRefused } from '../platform/office-text/block.ts'
import { readOfficeFile } from '../platform/office-text/read-office-file.ts'
import { readText } from '../platform/office-text/read-text.ts'
import { longDate } from '../shared/format.ts'
import { type Lang, langs } from '../shared/lang.ts'

interface Streams {
  stdout: Writable
  stderr: Writable
}

/** `congdan plan read`: what a plan sets out. 0 read, 1 refused with a reason, 2 wrong use. Needs no database. */
export async function planCommand(args: string[], io: Streams = process): Promise<number> {
  const asked = understood(args)
  const words = programmesText[asked.lang].command
  if (asked.help) {
    io.stdout.write(`${words.usage}\n`)
    return 0
  }
  if (asked.wrong !== null || asked.file === null) {
    io.stderr.write(`${words.wrongUse(asked.wrong ?? 'plan read FILE')}\n\n${words.usage}\n`)
    return 2
  }
  let bytes: Buffer
  try {
    bytes = await readFile(asked.file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    io.stderr.write(`${words.noFile(asked.file)}\n`)
    return 1
  }
  try {
    const read = readPlan(asked.file.toLowerCase().endsWith('.txt') ? readText(bytes.toString('utf8')) : readOfficeFile(bytes))
    io.stdout.write(asked.json ? `${JSON.stringify(planJson(read), null, 2)}\n` : asLines(read, asked.lang))
    return 0
  } catch (error) {
    if (!(error instanceof TextRefused)) throw error
    const sentence = programmesText[asked.lang].refusal[error.code]
    if (asked.json) io.stdout.write(`${JSON.stringify({ error: error.code, detail: sentence })}\n`)
    else io.stderr.write(`${sentence}\n`)
    return 1
  }
}

interface Asked {
  lang: Lang
  help: boolean
  json: boolean
  file: string | null
  wrong: string | null
}

function understood(args: string[]): Asked {
  const blank = { lang: 'vi', help: false, json: false, file: null, wrong: null } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      strict: true,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const lang = langs.find((known) => known === (values.lang ?? 'vi'))
    if (!lang) return { ...blank, wrong: '--lang vi|en' }
    const [verb, file = null, ...rest] = positionals
    const isWrong = !values.help && (verb !== 'read' || file === null || rest.length > 0)
    return { lang, help: values.help, json: values.json, file, wrong: isWrong ? positionals.join(' ') || 'plan' : null }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ...blank, wrong: error.message }
  }
}

function asLines({ document, items, unread }: ReadPlan, lang: Lang): string {
  const { labels, because, kinds } = programmesText[lang]
  const head = [
    document.number ?? labels.noNumber,
    document.issuedOn && longDate(lang, document.issuedOn),
    document.issuer,
    document.subject,
  ]
  return [
    head.filter(Boolean).join(' · '),
    '',
    `${labels.items}: ${items.length}`,
    ...items.map((item) => `  [${item.sentence.path}] ${kinds[item.kind]}: ${item.text}${moreOf(item, lang)}`),
    '',
    `${labels.unread}: ${unread.length}`,
    ...unread.map((part) => `  [${part.path}] (${because[part.because]}) ${part.text}`),
    '',
  ].join('\n')
}

function moreOf(item: PlanItem, lang: Lang): string {
  const { labels, every } = programmesText[lang]
  const due = item.due && (item.due.on ? longDate(lang, item.due.on) : item.due.every ? every[item.due.every] : item.due.text)
  const parts = [
    item.lead && `${labels.lead}: ${item.lead}`,
    item.partners.length > 0 && `${labels.partners}: ${item.partners.join('; ')}`,
    due && `${labels.due}: ${due}`,
    `${labels.sure}: ${Math.round(item.sure * 100)} %`,
  ]
  return `\n      ${parts.filter(Boolean).join(' · ')}`
}
