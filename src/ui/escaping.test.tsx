import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  BarChart,
  Breadcrumbs,
  ButtonLink,
  Card,
  Checkboxes,
  ClockCard,
  DataTable,
  Doors,
  ErrorSummary,
  Form,
  Layout,
  Messages,
  Notice,
  Pager,
  Prose,
  Radios,
  Select,
  SummaryList,
  safeHref,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from './index.ts'

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>' \u202e & </textarea></title>`
const link = 'javascript:alert(1)'
const site = { authorityName: hostile, shortName: hostile, demo: true, demoNotice: hostile }

function everyPart(): ComponentChildren {
  return (
    <>
      <Tag>{hostile}</Tag>
      <Notice title={hostile}>{hostile}</Notice>
      <Card title={hostile} href={link} />
      <Prose text={`${hostile}\n\n${hostile}`} />
      <Breadcrumbs items={[{ href: link, text: hostile }]} current={hostile} />
      <TextField name="a" label={hostile} hint={hostile} error={hostile} value={hostile} />
      <TextArea name="b" label={hostile} value={hostile} />
      <Select name="c" label={hostile} items={[{ value: hostile, text: hostile }]} value={hostile} />
      <Radios name="d" label={hostile} items={[{ value: hostile, text: hostile, hint: hostile }]} />
      <Checkboxes name="e" label={hostile} items={[{ value: hostile, text: hostile }]} values={[hostile]} />
      <ErrorSummary title={hostile} problems={[{ field: hostile, text: hostile }]} />
      <Form action="/gui-don" csrf={hostile} />
      <ButtonLink href={link}>{hostile}</ButtonLink>
      <SummaryList rows={[{ key: hostile, value: hostile, action: { href: link, text: hostile } }]} />
      <DataTable caption={hostile} stack head={[{ text: hostile }]} rows={[{ cells: [hostile] }]} />
      <Timeline items={[{ title: hostile, when: hostile, dateTime: hostile, children: hostile }]} />
      <Messages items={[{ from: hostile, when: hostile, side: 'in', children: hostile }]} />
      <ClockCard label={hostile} big={hostile} tone="late" used={2} usedText={hostile} link={{ href: link, text: hostile }} />
      <BarChart caption={hostile} head={[hostile, hostile]} items={[{ label: hostile, value: hostile, share: Number.NaN, href: link }]} />
      <Pager next={{ href: link, text: hostile }} />
      <Doors items={[{ href: link, title: hostile, text: hostile, facts: [hostile] }]} />
    </>
  )
}

const page = renderToString(
  <Layout
    lang="vi"
    path="/don?q=%22%3E"
    title={hostile}
    description={hostile}
    site={site}
    nav={[{ href: '/', text: hostile }]}
    account={{ name: hostile, href: '/tai-khoan', signOut: '/dang-xuat' }}
    csrf={hostile}
    assets={{ css: '/a.css', scripts: { draft: '/d.js' }, fonts: [] }}
    islands={['draft']}
    feeds={[{ href: '/don.atom', title: hostile }]}
    footer={hostile}
  >
    {everyPart()}
  </Layout>,
)

test('hostile text stays text in every part', () => {
  // One script of ours and no other; no image; every sign that opens markup is escaped.
  expect(page.match(/<script/g)).toEqual(['<script'])
  expect(page).toContain('<script type="module" src="/d.js">')
  expect(page).not.toContain('<img')
  expect(page.split('&lt;script').length).toBeGreaterThan(60)
})

test('a text cannot end the textarea or the title that holds it', () => {
  expect(page.match(/<\/textarea>/g)).toHaveLength(1)
  expect(page.match(/<\/title>/g)).toHaveLength(1)
})

test('nothing in a page needs an exception from the content security policy', () => {
  expect(page).not.toMatch(/<[^>]*\sstyle=/)
  expect(page).not.toMatch(/<[a-z][^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+=/)
  expect(page).not.toContain('<style')
})

test('a link never runs a script, whatever address it was given', () => {
  expect(page).not.toContain('javascript:')
  for (const href of [
    link,
    ' javascript:x',
    'java\tscript:x',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.vn',
    '/\\evil.vn',
    '/\t/evil.vn',
    '',
  ])
    expect(safeHref(href), href).toBe('#')
  for (const href of ['/don', '?after=x', '#kind', 'https://vbpl.vn', 'mailto:a@b.vn', 'tel:+84271', '/'])
    expect(safeHref(href), href).toBe(href)
})

test('paragraphs of a text are kept, its addresses are not links', () => {
  const html = renderToString(<Prose text={'Một\r\nhai\r\n\r\nba https://vi.du'} />)
  expect(html).toBe('<div class="prose"><p>Một\nhai</p><p>ba https://vi.du</p></div>')
})
