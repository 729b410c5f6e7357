import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { SocialHead, type SocialHeadProps } from './social-head.tsx'
import { inertJson } from './structured-data.tsx'

const page: SocialHeadProps = {
  lang: 'vi',
  path: '/tin-tuc/dan-van',
  origin: 'https://cong.example',
  title: 'Dân vận',
  siteName: 'Cổng Dân',
  authorityName: 'UBND',
}
const publishedAt = new Date('2017-02-23T07:16:00Z')
const drawn = (more: Partial<SocialHeadProps>) => renderToString(<SocialHead {...page} {...more} />)
const data = (html: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!)

describe('what a page says of itself', () => {
  test('has one address, in its language', () => {
    expect(drawn({})).toContain('<link rel="canonical" href="https://cong.example/tin-tuc/dan-van"')
    expect(drawn({ lang: 'en' })).toContain('href="https://cong.example/en/tin-tuc/dan-van"')
  })

  test('without the site’s own address says nothing absolute', () => {
    const html = drawn({ origin: null, article: { publishedAt, image: { href: '/anh/1.webp', width: 2, height: 1, alt: '' } } })
    expect(html).toContain('<link rel="canonical" href="/tin-tuc/dan-van"')
    expect(html).not.toContain('og:url')
    expect(html).not.toContain('og:image')
  })

  test('an article carries dates, author and picture', () => {
    const image = { href: '/anh/1.webp', width: 1440, height: 900, alt: 'Họp' }
    const html = drawn({ article: { publishedAt, author: 'Thanh Huyền', section: 'Tin', tags: ['dân vận'], image } })
    expect(data(html)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Dân vận',
      datePublished: '2017-02-23T07:16:00.000Z',
      author: { name: 'Thanh Huyền' },
      image: ['https://cong.example/anh/1.webp'],
    })
    expect(html).toContain('property="og:image" content="https://cong.example/anh/1.webp"')
  })

  test('hostile words stay words', () => {
    const hostile = `</script><script>alert(1)</script>" & \u2028 <!--`
    const html = drawn({ title: hostile, description: hostile, article: { publishedAt, author: hostile, tags: [hostile] } })
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain('<!--')
    expect(data(html).headline).toBe(hostile)
  })
})

test('inert JSON is the same JSON', () => {
  const value = { a: '<b>&amp;\u2029</b>', c: [1, null, 'đ'] }
  expect(JSON.parse(inertJson(value))).toEqual(value)
  expect(inertJson(value)).not.toMatch(/[<>&\u2028\u2029]/)
})
