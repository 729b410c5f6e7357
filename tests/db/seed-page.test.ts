import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

/** The town's page of 2017 as it was saved, line by line. */
const seed = readFileSync('tests/support/seed-page.txt', 'utf8')
const { app, signIn } = await testApp({ petitions: true, now: () => new Date('2026-11-22T10:00:00+07:00') })

interface Elsewhere {
  /** What we say for it. */
  says: string
  /** The page that says it; absent: the article's own. */
  on?: { path: string; as?: string }
  because: string
}

const counters = '/thong-ke-truy-cap'
/** Lines that do not stand on our page as they stood on that one. */
const elsewhere: Record<string, Elsewhere> = {
  'Thứ năm - 23/02/2017 14:16 181 0': {
    says: 'Thứ năm - 23/02/2017 14:16 · 181 lượt xem · 0 ý kiến',
    because: 'two numbers without a word tell nobody what they count',
  },
  '• Đang truy cập20': {
    says: 'khi đang có 20 lượt truy cập',
    on: { path: counters },
    because: 'who is there is counted now, in the footer; the 20 of 2017 are told where the counters are explained',
  },
  '• Hôm nay73': {
    says: '73 lượt trong ngày',
    on: { path: counters },
    because: 'the counter goes on from 73: the footer shows it with the visits since',
  },
  '• Tháng hiện tại16,243': {
    says: '16.243 lượt trong tháng',
    on: { path: counters },
    because: 'the counter goes on from there; thousands are parted as Vietnamese writes them',
  },
  '• Tổng lượt truy cập234,791': {
    says: '234.791 lượt tất cả',
    on: { path: counters },
    because: 'the counter goes on from there',
  },
  'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây': {
    says: 'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây',
    on: { path: '/tai-khoan', as: 'binh' },
    because: 'it speaks to whoever is signed in; the article’s page is kept, the same for everybody, and knows no session',
  },
}

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** What a reader of the page can read, in its order. */
function words(html: string): string {
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''
  const inline = /<\/?(a|b|button|em|i|small|span|strong|time)\b[^>]*>/g
  const text = body.replace(inline, '').replace(/<[^>]+>/g, ' ')
  return squeezed(text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!))
}

const lines = seed.split('\n').map(squeezed).filter(Boolean)
let slug = ''
let page = ''
const read = async (path: string, as?: string) => {
  const answer = await app.inject({ url: path, headers: as ? { cookie: await signIn(as) } : {} })
  expect(answer.statusCode, path).toBe(200)
  return words(answer.body)
}

beforeAll(async () => {
  const { items } = (await app.inject({ url: '/api/v1/articles?limit=100' })).json()
  slug = items.find(({ title }: { title: string }) => squeezed(title) === lines[0]).slug
  page = await read(`/tin-tuc/${slug}`)
})

/** Lines of the page of 2017 that this text does not hold. */
const missing = (text: string) => lines.filter((line) => !(line in elsewhere) && !text.includes(line))

test('every line of the page of 2017 stands on ours, in the same order, or is named with where it went and why', async () => {
  expect(lines).toHaveLength(21)
  expect(missing(page)).toEqual([])
  let read = 0
  for (const line of lines.filter((one) => !(one in elsewhere))) {
    const at = page.indexOf(line, read)
    expect(at, `“${line.slice(0, 60)}” stands before what it followed`).toBeGreaterThanOrEqual(read)
    read = at + line.length
  }
})

test.each(Object.entries(elsewhere))('“%s” is told where the list says', async (line, { says, on, because }) => {
  expect(lines).toContain(line)
  expect(because).not.toBe('')
  expect(page.includes(line), 'it stands on the page itself: take it off the list').toBe(false)
  expect(on ? await read(on.path, on.as) : page).toContain(says)
})

test('the labels of the counters stand on the page, with a number each', () => {
  for (const label of ['Đang truy cập', 'Hôm nay', 'Tháng hiện tại', 'Tổng lượt truy cập'])
    expect(page).toMatch(new RegExp(`${label} [\\d.]+`))
})

test('a line that is not there is found', () => {
  expect(missing(page.replace('0 trong 0 đánh giá', '1 trong 1 đánh giá'))).toEqual(['Tổng số điểm của bài viết là: 0 trong 0 đánh giá'])
  expect(missing(page.replace('dân kiểm tra', 'dân biết'))).toHaveLength(1)
})
