import { expect, test } from 'vitest'
import { parseOldPath } from './parse-old-path.ts'

test.each([
  ['/vi/news/hoat-dong/sua-cong-12.html', { module: 'news', articleId: '12' }],
  ['/vi/news/sua-cong-12.html', { module: 'news', articleId: '12', page: 'sua-cong-12' }],
  ['/vi/about/gioi-thieu.html', { module: 'about', page: 'gioi-thieu' }],
  ['/vi/about/gioi-thieu/lich-su.html', null],
  ['/news/hoat-dong/sua-cong-0012.html', { module: 'news', articleId: '12' }],
  ['/vi/tin-xa/hoat-dong/', { module: 'tin-xa', category: 'hoat-dong' }],
  ['/vi/news/hoat-dong/page-3/', { module: 'news', category: 'hoat-dong' }],
  ['/vi/news/page-3/', { module: 'news' }],
  ['/vi/news/', { module: 'news' }],
  ['/vi/', null],
  ['/vi/news/a/b/sua-cong-12.html', null],
  ['/vi/news/../12.html', null],
  ['/vi/news/a%00-12.html', null],
  [`/vi/news/${'a'.repeat(300)}-12.html`, null],
])('%s', (path, place) => {
  expect(parseOldPath(path)).toEqual(place)
})
