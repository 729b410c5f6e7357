import { describe, expect, test } from 'vitest'
import { readHtml } from './read-html.ts'

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) })
const p = (...content: object[]) => ({ type: 'paragraph', content })
const bold = { type: 'bold' }
const italic = { type: 'italic' }
const wanted = (kind: string, src: string, words = '', caption = '') => ({ type: 'wanted', kind, src, words, caption })

describe('markup', () => {
  test.each([
    ['<p>Một</p><div>Hai</div>Ba', [p(text('Một')), p(text('Hai')), p(text('Ba'))]],
    ['<p>a<br>b</p>', [p(text('a'), { type: 'hardBreak' }, text('b'))]],
    [
      '<p><strong>a</strong><em>b</em><span style="font-weight: 700">c</span></p>',
      [p(text('a', bold), text('b', italic), text('c', bold))],
    ],
    ['<h1>Lớn</h1><h4>Nhỏ</h4>', [2, 3].map((level, i) => ({ type: 'heading', attrs: { level }, content: [text(['Lớn', 'Nhỏ'][i]!)] }))],
    [
      '<ul><li>a<ol><li>b</li></ol></li></ul>',
      [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [p(text('a')), { type: 'orderedList', content: [{ type: 'listItem', content: [p(text('b'))] }] }],
            },
          ],
        },
      ],
    ],
    ['<blockquote><p>a</p><h2>b</h2></blockquote>', [{ type: 'blockquote', content: [p(text('a')), p(text('b'))] }]],
    [
      '<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', content: [p(text('a'))] },
                { type: 'tableCell', content: [p(text('b'))] },
              ],
            },
          ],
        },
      ],
    ],
    [
      '<table><tr><td><img src="/uploads/a.jpg"></td></tr><tr><td>Chú thích</td></tr></table>',
      [wanted('picture', '/uploads/a.jpg'), p(text('Chú thích'))],
    ],
    [
      '<figure><img src="/uploads/a.jpg" alt="Ảnh"><figcaption>Lời</figcaption></figure>',
      [wanted('picture', '/uploads/a.jpg', 'Ảnh', 'Lời')],
    ],
    ['<p>a <img src="/uploads/a.jpg" title="T"> b</p>', [p(text('a ')), wanted('picture', '/uploads/a.jpg', 'T'), p(text(' b'))]],
    ['<p><a href="/uploads/kh 1.pdf">Kế hoạch</a></p>', [p(text('Kế hoạch')), wanted('paper', '/uploads/kh%201.pdf', 'Kế hoạch')]],
    ['<p><a href="https://chinhphu.vn/a">x</a></p>', [p(text('x', { type: 'link', attrs: { href: 'https://chinhphu.vn/a' } }))]],
    ['<blink>lạ</blink><la-lung>hơn</la-lung>', [p(text('lạ'), text('hơn'))]],
    // Word: its own elements, comments for its own browser, styles.
    [
      '<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style>p{}</style><p class="MsoNormal" style="mso-x:1"><span lang="VI">Chữ<o:p></o:p></span></p><p><o:p>&nbsp;</o:p></p>',
      [p(text('Chữ'))],
    ],
    ['a &amp;lt;b&amp;gt; &lt;script&gt;', [p(text('a &lt;b&gt; <script>'))]],
  ])('%s', (html, blocks) => {
    expect(readHtml(html).blocks).toEqual(blocks)
  })
})

describe('hostile HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<style>@import "x"</style>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><p>alert(1)</p></template>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html,alert(1)">alert(1)</object>',
  ])('%s leaves not a word', (html) => {
    expect(JSON.stringify(readHtml(html).blocks.filter((block) => block.type !== 'wanted'))).not.toContain('alert')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.vn',
    'file:///etc/passwd',
  ])('a link to %j keeps its words alone', (href) => {
    const { blocks, notes } = readHtml(`<p><a href="${href}">chữ</a></p>`)
    expect(blocks).toEqual([p(text('chữ'))])
    expect(notes.map(({ code }) => code)).toEqual(['link_dropped'])
  })

  test('handlers and letters that no text holds are gone', () => {
    expect(readHtml('<p onclick="x()" style="background:url(x)">a\u0001b\u0000c</p>').blocks).toEqual([p(text('abc'))])
  })

  test('a hundred thousand elements in one another keep their words', () => {
    const { blocks, notes } = readHtml(`${'<div>'.repeat(100_000)}sâu`)
    expect(blocks).toEqual([p(text('sâu'))])
    expect(notes.map(({ code }) => code)).toEqual(['html_too_deep'])
  })
})
