import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { refusalCodes } from './file.ts'
import { FileList } from './file-list.tsx'
import { text } from './text.ts'

const photo = { id: 'a', originalName: 'ảnh <b>.jpg', mediaType: 'image/jpeg', bytes: 2_500_000, thumbKey: 'x' } as const
const paper = { id: 'b', originalName: 'đơn.pdf', mediaType: 'application/pdf', bytes: 300_000, thumbKey: null } as const

test('a photo shows its small picture, a PDF its name; a name is never markup', () => {
  const html = renderToString(<FileList lang="vi" files={[photo, paper]} />)
  expect(html).toContain('src="/tep/a/nho"')
  expect(html).toContain('ảnh &lt;b>.jpg')
  expect(html).not.toContain('<b>')
  expect(html).not.toContain('/tep/b/nho')
  expect(html).toMatch(/Ảnh, 2,4 MB.*Tệp PDF, 293 KB/)
})

test('English addresses and words', () => {
  const html = renderToString(<FileList lang="en" files={[photo]} />)
  expect(html).toContain('href="/en/tep/a"')
  expect(html).toContain('Photo, 2.4 MB')
})

test.each(['vi', 'en'] as const)('every refusal names the file and says what to do (%s)', (lang) => {
  for (const code of refusalCodes) {
    expect(text[lang].refused[code]('đơn.pdf')).toMatch(/“đơn\.pdf” .+\./)
    expect(text[lang].errors[code]).toMatch(/.{20,}\.$/)
  }
})
