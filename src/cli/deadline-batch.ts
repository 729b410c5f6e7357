import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
// Past the module's index on purpose: that one brings the web server along, and this command must start at once.
import type { OfficeCalendar } from '../modules/clocks/calendar.ts'
import { dueOnOf } from '../modules/clocks/deadline.ts'
import { DomainError } from '../shared/errors.ts'

/** No honest line is longer; what is longer is read past, not kept. */
const MAX_LINE = 65_536

/** One JSON line in, one JSON line out, in order; waits when the reader of the answers is slow, stops when it is gone. */
export async function answerLines(input: Readable, output: Writable, calendar: OfficeCalendar): Promise<void> {
  let gone = false
  const stop = () => {
    gone = true
    input.destroy()
  }
  output.on('error', stop)
  output.on('close', stop)
  const decoder = new TextDecoder()
  let rest = ''
  let tooLong = false

  /** Keeps an unfinished line, but never more of it than a line may have. */
  const keep = (text: string) => {
    tooLong ||= text.length > MAX_LINE
    rest = tooLong ? '' : text
  }
  const answers = (text: string): string => {
    const lines = text.split('\n')
    const last = lines.pop() ?? ''
    const out = lines.map((line) => {
      const answer = tooLong || line.length > MAX_LINE ? '{"error":"line_too_long"}\n' : `${answerLine(line, calendar)}\n`
      tooLong = false
      return answer
    })
    keep(last)
    return out.join('')
  }
  const write = async (text: string) => {
    if (text !== '' && !gone && !output.write(text)) await Promise.race([once(output, 'drain'), once(output, 'close')]).catch(stop)
  }

  try {
    for await (const chunk of input) {
      const piece = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
      // The unfinished line of an overlong run stays dropped until its end comes.
      await write(answers(tooLong && !piece.includes('\n') ? '' : rest + piece))
      if (gone) return
    }
    const end = rest + decoder.decode()
    if (end !== '' || tooLong) await write(answers(`${end}\n`))
  } catch (error) {
    if (!gone) throw error
  } finally {
    output.off('error', stop)
    output.off('close', stop)
  }
}

/** `{"dueOn"}` or `{"error"}` for one line. */
function answerLine(line: string, calendar: OfficeCalendar): string {
  const asked = parsed(line)
  if (!asked) return '{"error":"malformed_line"}'
  try {
    return `{"dueOn":"${dueOnOf(asked.rule, asked.from, asked.variant, calendar)}"}`
  } catch (error) {
    if (error instanceof DomainError) return JSON.stringify({ error: error.code })
    throw error
  }
}

function parsed(line: string): { rule: string; from: string; variant: string | null } | undefined {
  try {
    const { rule, from, variant = null } = JSON.parse(line)
    if (typeof rule !== 'string' || typeof from !== 'string' || (variant !== null && typeof variant !== 'string')) return undefined
    return { rule, from, variant }
  } catch {
    return undefined
  }
}
