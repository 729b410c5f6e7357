import { expect, test } from 'vitest'
import { xml } from '../../../shared/xml.ts'
import type { Petition } from '../petition.ts'
import { registerFeed } from './feed.ts'

const petition = {
  id: '0199a000-0000-7000-8000-000000000001',
  code: 'PL-2026-00001',
  kind: 'feedback',
  status: 'answered',
  subject: 'Cống <vỡ> & "ngập"',
  body: `]]> \u0001\u{FFFE} ${'chữ '.repeat(400)}`,
  outcome: 'solved',
  receivedAt: new Date('2026-11-22T03:00:00Z'),
  clearedAt: new Date('2026-11-23T03:00:00Z'),
  answeredOn: '2026-11-25',
} as unknown as Petition
const site = { name: 'UBND <Phước Long>', shortName: 'Phước Long', slug: 'phuoc-long' }

test('marks are escaped and what XML cannot hold is left out', () => {
  expect(xml(`a<b>&"'\u0000\u0008\u000b\u001f\uFFFF\ud800\n`)).toBe('a&lt;b&gt;&amp;&quot;&#39;\uFFFD\n')
})

test('an entry has a stable id, its days, its status and a short text', () => {
  const feed = registerFeed({
    lang: 'vi',
    origin: 'https://vidu.vn',
    site,
    filter: { q: 'a&b', kind: 'feedback' },
    filterText: 'Phản ánh',
    petitions: [petition],
  })
  expect(feed).toContain('<id>https://vidu.vn/don.atom?q=a%26b&amp;kind=feedback</id>')
  expect(feed).toContain('<id>urn:uuid:0199a000-0000-7000-8000-000000000001</id>')
  expect(feed).toContain('<updated>2026-11-25T00:00:00+07:00</updated>')
  expect(feed).toContain('label="Đã trả lời · Đã giải quyết xong"')
  expect(feed).toContain('Cống &lt;vỡ&gt; &amp; &quot;ngập&quot;')
  expect(feed.length).toBeLessThan(2_500)
})

test('an empty register is still a feed with a day', () => {
  expect(registerFeed({ lang: 'en', origin: 'http://x', site, filter: {}, filterText: '', petitions: [] })).toMatch(
    /<feed [\s\S]*<updated>\d{4}-[\s\S]*<\/feed>/,
  )
})
