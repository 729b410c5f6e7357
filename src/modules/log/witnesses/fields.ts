import { z } from 'zod'
import type { FieldLabels } from '../../../platform/http/input.ts'
import { requiredText } from '../../../shared/fields.ts'
import { FormatError } from '../../../shared/tlog/bytes.ts'
import { keyTypes, parseVkey, type Vkey } from '../../../shared/tlog/vkey.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Names of fields, as the forms show them. */
export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

function witnessKey(text: string): Vkey | null {
  try {
    const vkey = parseVkey(text)
    return vkey.type === keyTypes.cosignature ? vkey : null
  } catch (error) {
    if (error instanceof FormatError) return null
    throw error
  }
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === ''
}

export const WitnessInput = z.strictObject({
  title: requiredText({ max: 120, singleLine: true }),
  vkey: requiredText({ max: 400, singleLine: true })
    .refine((text) => witnessKey(text) !== null, { params: { code: 'witness_key' } })
    .transform((text) => witnessKey(text)!),
  url: z
    .string()
    .max(300)
    .transform((text) => text.trim().replace(/\/+$/, ''))
    .refine((text) => text === '' || isWebAddress(text), { params: { code: 'web_address' } })
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null),
})
