import { z } from 'zod'
import { isCivilDate } from './civil-date.ts'
import { isStorable, nfc } from './vietnamese-text.ts'

/** Longest text by code points, as people count letters. */
const letters = (text: string) => [...text].length

interface TextOptions {
  max: number
  /** Blank is refused with `required`. */
  required?: boolean
  /** One line: line breaks become spaces. */
  singleLine?: boolean
}

/** Control characters and two code points that are none: they come with text pasted from elsewhere, mean nothing, and break feeds (XML). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const meaningless = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
/** Spaces, and letters that draw nothing: joiners, direction marks, the fillers of Hangul, the blank of Braille. */
const unseen = /[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu

function cleaned(text: string, singleLine: boolean): string {
  const lines = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
  const whole = nfc(lines.replace(meaningless, ''))
  if (whole.replace(unseen, '') === '') return ''
  return (singleLine ? whole.replace(/\s+/g, ' ') : whole).trim()
}

/** Text a person types: NFC, line ends as LF, trimmed; NUL and lone surrogates refused; what nobody can see is blank. Codes: required, unstorable, too_long. */
export function requiredText({ max, singleLine = false }: TextOptions) {
  return z
    .string()
    .refine(isStorable, { params: { code: 'unstorable' }, abort: true })
    .transform((text) => cleaned(text, singleLine))
    .refine((text) => text !== '', { params: { code: 'required' }, abort: true })
    .refine((text) => letters(text) <= max, { params: { code: 'too_long', max } })
}

/** As `requiredText`, but blank or absent is null. */
export function optionalText({ max, singleLine = false }: TextOptions) {
  return z
    .string()
    .refine(isStorable, { params: { code: 'unstorable' }, abort: true })
    .transform((text) => cleaned(text, singleLine))
    .refine((text) => letters(text) <= max, { params: { code: 'too_long', max } })
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null)
}

/** `YYYY-MM-DD`, a day that exists. */
export const civilDate = z.string().refine(isCivilDate, { params: { code: 'invalid_date' } })

/** A choice from a form or JSON: blank counts as missing. */
export const flag = z
  .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false', 'on'])], { error: () => 'required' })
  .transform((value) => value === true || value === 'yes' || value === 'true' || value === 'on')
