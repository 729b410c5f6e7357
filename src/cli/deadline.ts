import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
// Past the module's index on purpose: that one brings the web server along, and this command must start at once.
import { type DeadlineAnswer, deadlineAnswer } from '../modules/clocks/deadline-answer.ts'
import { nationalCalendar } from '../modules/clocks/national-calendar.ts'
import { clockRefusal } from '../modules/clocks/refusal.ts'
import { text as clockText } from '../modules/clocks/text.ts'
import { longDate, shortDate, weekdayName } from '../shared/format.ts'
import { type Lang, langs } from '../shared/lang.ts'
import { answerLines } from './deadline-batch.ts'

export interface DeadlineStreams {
  stdin: Readable
  stdout: Writable
  stderr: Writable
}

/** `congdan deadline`: explains one due date, or answers many. 0 done, 1 refused with a reason, 2 wrong use. Needs no database. */
export async function deadline(args: string[], io: DeadlineStreams = process): Promise<number> {
  const asked = understood(args)
  const lang: Lang = asked.lang ?? 'vi'
  const words = clockText[lang].command
  if ('wrong' in asked) {
    io.stderr.write(`${words.wrongUse(asked.wrong)}\n\n${words.usage}\n`)
    return 2
  }
  if (asked.help) {
    io.stdout.write(`${words.usage}\n`)
    return 0
  }
  if (asked.batch) {
    await answerLines(io.stdin, io.stdout, nationalCalendar())
    return 0
  }
  return explainOne(asked.rule, asked.from, asked.variant, asked.json, lang, io)
}

function explainOne(rule: string, from: string, variant: string | undefined, json: boolean, lang: Lang, io: DeadlineStreams): number {
  try {
    const answer = deadlineAnswer(rule, from, variant, lang)
    io.stdout.write(json ? `${JSON.stringify(answer)}\n` : explanation(answer, lang))
    return 0
  } catch (error) {
    const refusal = clockRefusal(error, lang)
    if (!refusal) throw error
    if (json) io.stdout.write(`${JSON.stringify({ error: refusal.code, detail: refusal.sentence })}\n`)
    else io.stderr.write(`${refusal.sentence}\n`)
    return 1
  }
}

interface Asked {
  lang?: Lang
  help: boolean
  batch: boolean
  json: boolean
  rule: string
  from: string
  variant?: string | undefined
}

function understood(args: string[]): Asked | { wrong: string; lang?: Lang } {
  try {
    const { values } = parseArgs({
      args,
      strict: true,
      options: {
        rule: { type: 'string' },
        from: { type: 'string' },
        variant: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean', default: false },
        batch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const lang = langs.find((known) => known === (values.lang ?? 'vi'))
    if (!lang) return { wrong: '--lang vi|en' }
    const { help, batch, json, rule, from, variant } = values
    if (!help && batch && (rule !== undefined || from !== undefined || variant !== undefined)) return { wrong: '--batch', lang }
    if (!help && !batch && rule === undefined) return { wrong: '--rule', lang }
    if (!help && !batch && from === undefined) return { wrong: '--from', lang }
    return { lang, help, batch, json, rule: rule ?? '', from: from ?? '', variant }
  } catch (error) {
    // parseArgs quotes the option that is wrong, in an English sentence: the option says enough.
    const { message } = error as Error
    return { wrong: /'([^']+)'/.exec(message)?.[1] ?? message }
  }
}

function explanation(answer: DeadlineAnswer, lang: Lang): string {
  const words = clockText[lang].command
  const { explanation: page, provisionalLong, limit, variants } = clockText[lang]
  const back = answer.direction === 'back'
  const lines = [
    answer.name,
    (back ? words.latestOn : words.dueOn)(longDate(lang, answer.dueOn)),
    '',
    (back ? words.backLimit : words.limit)(limit(answer.limit), answer.startsWith),
    ...(answer.variant ? [words.variant(variants(answer.variant))] : []),
    words.basis(answer.basis),
    words.version(answer.version.id, page.versionDates(answer.version.effectiveFrom, answer.version.effectiveTo)),
    words.sure(answer.sureMeans),
    ...answer.sources.map(words.source),
    ...(back ? [page.backNote] : []),
    ...(answer.provisional ? [provisionalLong] : []),
    '',
    words.eachDay,
  ]
  let counted = 0
  for (const step of answer.steps) {
    if (step.counted) counted += 1
    const place = step.counted ? String(counted) : '–'
    lines.push(`  ${shortDate(step.date)}  ${weekdayName(lang, step.date).padEnd(9)}  ${place.padStart(3)}  ${step.because}`)
  }
  return `${lines.join('\n')}\n`
}
