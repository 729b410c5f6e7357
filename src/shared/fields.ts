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

function cleaned(text: string, singleLine: boolean): string {
  const whole = nfc(text.replace(/\r\n?/g, '\n'))
  return (singleLine ? whole.replace(/\s+/g, ' ') : whole).trim()
}

/** Text a person types: NFC, line ends as LF, trimmed; NUL and lone surrogates refused. Codes: required, unstorable, too_long. */
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
export const flag = z.union([z.boolean(), z.enum(['yes', 'no', 'true', 'false', 'on'])], { error: () => 'required' }).transform((value) => value === true || value === 'yes' || value === 'true' || value === 'on')
