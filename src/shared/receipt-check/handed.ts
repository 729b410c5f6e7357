import type { Lang } from '../lang.ts'
import { utf8 } from '../tlog/bytes.ts'
import { checkReceipt, type KnownKeys, looksLikeReceipt } from '../tlog/check-receipt.ts'
import { parseShort, type ShortReceipt } from '../tlog/short-receipt.ts'
import { type Explanation, explain, explainUnchecked } from './explain.ts'

/** What somebody handed over as text or as a file. */
export type Handed =
  | { kind: 'receipt'; bytes: Uint8Array }
  | { kind: 'short'; short: ShortReceipt /** Host of the address that carried it. */; site: string | null }
  | { kind: 'other' }

/**
 * Sorts a file or a text. Of a pasted text the white space around it is nobody's change, so it is put right; of a file every byte counts.
 */
export function sortHanded(bytes: Uint8Array, { pasted }: { pasted: boolean }): Handed {
  const whole = pasted ? utf8(`${new TextDecoder().decode(bytes).trim()}\n`) : bytes
  if (looksLikeReceipt(whole)) return { kind: 'receipt', bytes: whole }
  const text = whole.length < 1000 ? new TextDecoder().decode(whole).trim() : ''
  const short = parseShort(text)
  return short ? { kind: 'short', short, site: URL.canParse(text) ? new URL(text).host : null } : { kind: 'other' }
}

/** A whole receipt, checked and explained. */
export function explainReceipt(lang: Lang, bytes: Uint8Array, known: KnownKeys): Explanation {
  return looksLikeReceipt(bytes) ? explain(lang, checkReceipt(bytes, known)) : explainUnchecked(lang, 'unreadable')
}
