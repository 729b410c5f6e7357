import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { type NoticeChoice, noticeChoices } from './choice.ts'
import { text } from './text.ts'

const ChoiceInput = z.strictObject({ choice: z.enum(noticeChoices) })
const labels = { vi: text.vi.fields, en: text.en.fields }

/** @throws InvalidInput 422 naming the field */
export function readChoice(body: unknown): NoticeChoice {
  return parseInput(ChoiceInput, body ?? {}, labels).choice
}
