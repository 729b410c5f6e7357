import { describe, expect, test } from 'vitest'
import { excerptOf, markedText } from './excerpt.ts'
import { askedBy } from './words.ts'

const show = (pieces: { text: string; marked: boolean }[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

describe('marked words', () => {
  test.each([
    { q: 'dan van', text: 'Công tác dân vận', shown: 'Công tác [dân] [vận]', because: 'no mark was typed: any tone' },
    { q: 'dân vận', text: 'Dân vạn đại, DÂN VẬN', shown: '[Dân] vạn đại, [DÂN] [VẬN]', because: 'marks were typed: exactly these' },
    { q: 'dân vận'.normalize('NFD'), text: 'dân vận', shown: '[dân] [vận]', because: 'the question came as NFD' },
    { q: 'dân vận', text: 'dân vận'.normalize('NFD'), shown: '[dân] [vận]', because: 'the text came as NFD' },
    { q: 'đường', text: 'Đường Đ.T 741', shown: '[Đường] Đ.T 741', because: 'đ is a letter of its own' },
    { q: 'an', text: 'an toàn, bình an', shown: '[an] toàn, bình [an]', because: 'whole words alone' },
    { q: '<b>', text: 'a <b>b</b>', shown: 'a <[b]>[b]</[b]>', because: 'markup is text like any other' },
  ])('$q in “$text”: $because', ({ q, text, shown }) => {
    expect(show(markedText(text, askedBy(q)))).toBe(shown)
  })
})

describe('an excerpt', () => {
  const filler = 'lời '.repeat(200)

  test('is the part where most of the words stand', () => {
    const shown = show(excerptOf(`nước ${filler}nước sạch về khu phố ${filler}`, askedBy('nước sạch')))
    expect(shown).toContain('[nước] [sạch] về khu phố')
    expect(shown.startsWith('… ')).toBe(true)
    expect(shown.endsWith(' …')).toBe(true)
    expect(shown.length).toBeLessThan(260)
  })

  test('is the beginning when no word is found, and the whole of a short text', () => {
    expect(show(excerptOf(filler, askedBy('sạch'))).startsWith('lời lời')).toBe(true)
    expect(show(excerptOf('Ngắn thôi.', askedBy('sạch')))).toBe('Ngắn thôi.')
    expect(excerptOf('', askedBy('sạch'))).toEqual([])
  })

  test('never cuts a word, and one endless word is cut all the same', () => {
    expect(show(excerptOf(filler, null))).toMatch(/lời …$/)
    expect(show(excerptOf('a'.repeat(5_000), null)).length).toBeLessThan(240)
  })
})
