import { nfc } from '../../shared/vietnamese-text.ts'
import { type Asked, termOf } from './words.ts'

/** A piece of an excerpt; `marked` when the search asked for it. */
export interface Piece {
  text: string
  marked: boolean
}

/** Letters of an excerpt, about. */
const LENGTH = 220
/** Letters shown before the first word that was found. */
const BEFORE = 60

interface Found {
  from: number
  to: number
  term: string
}

/** The part of a text in which most of the asked words stand, with these marked; the beginning when none does. */
export function excerptOf(text: string, asked: Asked | null, length = LENGTH): Piece[] {
  const whole = nfc(text).replace(/\s+/g, ' ').trim()
  const found = asked ? findTerms(whole, asked) : []
  const from = startOf(whole, found, length)
  const to = endOf(whole, from, length)
  const pieces: Piece[] = []
  let at = from
  const add = (until: number, marked: boolean) => {
    if (until > at) pieces.push({ text: whole.slice(at, until), marked })
    at = Math.max(at, until)
  }
  if (from > 0) pieces.push({ text: '… ', marked: false })
  for (const word of found) {
    if (word.from < from || word.to > to) continue
    add(word.from, false)
    add(word.to, true)
  }
  add(to, false)
  if (to < whole.length) pieces.push({ text: ' …', marked: false })
  return pieces
}

/** The whole text with the asked words marked: a title. */
export function markedText(text: string, asked: Asked | null): Piece[] {
  return excerptOf(text, asked, Number.POSITIVE_INFINITY)
}

function findTerms(text: string, asked: Asked): Found[] {
  const terms = new Set(asked.terms)
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length, term: termOf(match[0], asked.toned) }))
    .filter(({ term }) => terms.has(term))
}

/** Where the window with the most different words begins; the earliest of equals. */
function startOf(text: string, found: readonly Found[], length: number): number {
  if (text.length <= length) return 0
  let best = { at: 0, terms: 0 }
  for (const [place, first] of found.entries()) {
    const inside = found.slice(place, place + 40).filter((word) => word.to <= first.from + length - BEFORE)
    const terms = new Set(inside.map(({ term }) => term)).size
    if (terms > best.terms) best = { at: first.from, terms }
  }
  const earliest = best.at - BEFORE
  if (earliest <= 0) return 0
  return text.indexOf(' ', earliest) + 1 || best.at
}

/** Never inside a word. */
function endOf(text: string, from: number, length: number): number {
  if (text.length - from <= length) return text.length
  const space = text.lastIndexOf(' ', from + length)
  return space > from ? space : from + length
}
