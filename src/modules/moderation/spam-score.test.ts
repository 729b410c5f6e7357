import { describe, expect, test } from 'vitest'
import { likenessOf } from './likeness.ts'
import { CLEAN_BELOW, type Scored, SUSPECT_FROM, scoreOf, spamSignals } from './spam-score.ts'

const text = (body: string, change: Partial<Scored> = {}): Scored => ({ body, name: 'Hà', seconds: 60, trap: false, same: 0, ...change })
const honest = 'Tôi thấy kế hoạch này hợp lòng dân. Mong khu phố 3 được làm sớm.'

const table: [string, Scored, object][] = [
  ['an honest comment', text(honest), {}],
  ['thanks in one word', text('Cảm ơn!'), {}],
  ['an honest one without tones', text('Toi thay ke hoach nay hop long dan, khong phai lo de y nhieu.'), {}],
  ['a sentence about a lottery crime, not an offer', text('Công an phường vừa bắt một nhóm đánh bạc.'), {}],
  ['a number of a plan', text('Kế hoạch 37/KH-UBND ngày 9/2/2017, điều 4 khoản 2.'), {}],
  ['one address', text(`${honest} https://vidu.vn`), { links: 25 }],
  ['an address without its beginning', text('Xem nhacai88.com'), { links: 25 }],
  ['four addresses', text('a.com b.net c.org d.vn'), { links: 70 }],
  ['a telephone number', text('Gọi tôi 0900 000 001 nhé'), { phone: 20 }],
  ['a number of another country code', text('Gọi +84 900 000 001'), { phone: 20 }],
  ['gambling', text('Nhà cái uy tín, cá cược bóng đá'), { adWords: 60 }],
  ['gambling without tones', text('nha cai uy tin so 1'), { adWords: 30 }],
  ['a loan', text('Cho vay nhanh, không cần thế chấp'), { adWords: 50 }],
  ['one sign again and again', text('Hay quá!!!!!!!!!!'), { repeated: 20 }],
  ['few words again and again', text('mua đi mua đi mua đi mua đi mua đi mua đi mua đi'), { repeated: 20 }],
  ['shouting', text('ĐỀ NGHỊ LÀM ĐƯỜNG NGAY CHO DÂN'), { capitals: 15 }],
  ['a short word in capitals', text('UBND'), {}],
  ['hidden letters', text('nhà\u200b c\u200bái'), { disguised: 25 }],
  ['writing turned around', text('abc \u202egnaoh\u202c'), { disguised: 25 }],
  ['a name turned around', text(honest, { name: 'Hà\u202e' }), { disguised: 25 }],
  ['Cyrillic letters in a Latin word', text('cаsino'), { disguised: 25 }],
  ['a form filled in at once', text(honest, { seconds: 1 }), { fast: 30 }],
  ['a form of which nothing is known', text(honest, { seconds: null }), {}],
  ['a filled trap', text(honest, { trap: true }), { trap: 100 }],
  ['the same once more', text(honest, { same: 1 }), { same: 40 }],
  ['the same ten times', text(honest, { same: 10 }), { same: 80 }],
]

describe('points of a text', () => {
  test.each(table)('%s', (_what, scored, signals) => {
    expect(spamSignals(scored)).toEqual(signals)
  })

  test('the sum is what the moderator sees', () => {
    expect(scoreOf({ links: 25, phone: 20 })).toBe(45)
    expect(scoreOf({})).toBe(0)
  })

  test('whoever writes: the name changes nothing but what it hides', () => {
    const names = ['Trương Thị Bình', 'Nguyễn Văn A', 'X', 'K’Ra Điểu']
    expect(new Set(names.map((name) => JSON.stringify(spamSignals(text('Nhà cái', { name }))))).size).toBe(1)
  })

  test('an honest text can be shown at once, a plain advertisement is pointed out', () => {
    expect(scoreOf(spamSignals(text(honest)))).toBeLessThan(CLEAN_BELOW)
    const advertisement = 'Cho vay nhanh, giải ngân trong ngày. Liên hệ Zalo 0900 000 001, vayngay.top'
    expect(scoreOf(spamSignals(text(advertisement)))).toBeGreaterThanOrEqual(SUSPECT_FROM)
  })

  test('two thousand letters of any kind are scored in a moment', () => {
    const started = performance.now()
    for (const body of ['0'.repeat(2000), 'a.'.repeat(1000), '0 '.repeat(1000), 'www.'.repeat(500), 'ậ'.normalize('NFD').repeat(600)])
      spamSignals(text(body))
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('texts that are alike', () => {
  test.each([
    'Xem trang của tôi',
    'XEM TRANG CỦA TÔI!!!',
    'xem   trang cua toi',
    'Xem trang của tôi'.normalize('NFD'),
    'xem\u200b trang của tôi 🎉',
  ])('%s', (body) => {
    expect(likenessOf(body)).toEqual(likenessOf('xem trang của tôi'))
  })
  test('another text is not', () => {
    expect(likenessOf('xem trang của bạn')).not.toEqual(likenessOf('xem trang của tôi'))
  })
})
