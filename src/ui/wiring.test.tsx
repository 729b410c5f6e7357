import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  Bar,
  Checkbox,
  DataTable,
  ErrorSummary,
  FileField,
  Layout,
  PasswordField,
  Radios,
  Select,
  Steps,
  TextArea,
  TextField,
} from './index.ts'
import { Kitchen } from './kitchen.tsx'

const assets = { css: '/a.css', scripts: {}, fonts: ['/l.woff2'] }
const views = ['front', 'forms', 'office'] as const

function kitchen(lang: 'vi' | 'en', view: (typeof views)[number]): string {
  return renderToString(<Kitchen assets={assets} lang={lang} view={view} />)
}

test('an input is tied to its label, its hint and its error', () => {
  const html = renderToString(<TextField name="subject" label="Tóm tắt" hint="Một dòng" error="Hãy viết" required />)
  expect(html).toContain('for="subject"')
  expect(html).toMatch(/<input[^>]* id="subject"/)
  expect(html).toContain('aria-describedby="subject-hint subject-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/<p id="subject-error"[^>]*><span class="govuk-visually-hidden">Lỗi:<\/span> Hãy viết/)
})

test('an input without hint and error describes nothing', () => {
  const html = renderToString(<TextArea name="body" label="Nội dung" />)
  expect(html).not.toContain('aria-')
  expect(html).not.toContain('required')
})

test('an optional question says so, a required one does not', () => {
  expect(renderToString(<Select name="a" label="Nơi" items={[]} required={false} />)).toContain('(không bắt buộc)')
  expect(renderToString(<Select name="a" label="Nơi" items={[]} required />)).not.toContain('(không bắt buộc)')
})

test('an error of a group is described on the fieldset and leads to its first choice', () => {
  const items = [
    { value: 'a', text: 'A' },
    { value: 'b', text: 'B' },
  ]
  const html = renderToString(<Radios name="kind" label="Loại" items={items} error="Hãy chọn" value="b" />)
  expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="kind-error">')
  expect(html).toMatch(/<input[^>]* id="kind"[^>]* value="a"/)
  expect(html).toMatch(/<input[^>]* id="kind-2"[^>]* value="b"[^>]* checked/)
})

test('two forms of one page may ask for the same field', () => {
  const html = renderToString(<Checkbox name="agree" id="agree-2" label="Đồng ý" error="Hãy đồng ý" />)
  expect(html).toContain('id="agree-2"')
  expect(html).toContain('id="agree-2-error"')
  expect(html).toContain('name="agree"')
})

test('a text that begins with an empty line comes back whole', () => {
  expect(renderToString(<TextArea name="body" label="Nội dung" value={'\nmột'} />)).toContain('>\n\nmột</textarea>')
})

test('a password and a file never come back in the page', () => {
  const html = renderToString(
    <>
      <PasswordField name="p" label="Mật khẩu" autocomplete="current-password" />
      <FileField name="f" label="Tệp" />
    </>,
  )
  expect(html).not.toContain('value=')
})

test('the error summary names each problem with its field, and is absent without problems', () => {
  const html = renderToString(<ErrorSummary problems={[{ field: 'body', text: 'Hãy viết nội dung' }]} />)
  expect(html).toContain('role="alert"')
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('<a href="#body">Hãy viết nội dung</a>')
  expect(renderToString(<ErrorSummary problems={[]} />)).toBe('')
})

test('every id is used once and every reference finds its id', () => {
  for (const view of views) {
    const html = kitchen('vi', view)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]!)
    expect(new Set(ids).size, view).toBe(ids.length)
    const references = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|list)="([^"]+)"/g)].flatMap((m) => m[1]!.split(' '))
    expect(references.filter((id) => !ids.includes(id))).toEqual([])
  }
})

test('state is said in words, not by colour alone', () => {
  const steps = renderToString(
    <Steps
      items={[
        { title: 'Tiếp nhận', state: 'done' },
        { title: 'Xác minh', state: 'now' },
      ]}
    />,
  )
  expect(steps).toContain('(đã xong)')
  expect(steps).toContain('aria-current="step"')
  expect(renderToString(<Bar share={0.5} label="một nửa" />)).toContain('role="img" aria-label="một nửa"')
  expect(renderToString(<Bar share={0.5} />)).toContain('aria-hidden="true"')
})

test('a bar stays within its track', () => {
  const width = (share: number) => /bar-fill" width="([^"]+)"/.exec(renderToString(<Bar share={share} />))?.[1]
  expect([-1, 0.256, 7, Number.NaN].map(width)).toEqual(['0%', '25.6%', '100%', '0%'])
})

test('a table that scrolls can be reached by keyboard, and says its columns when stacked', () => {
  const rows = [{ cells: ['PL-1'] }]
  expect(renderToString(<DataTable caption="Đơn" head={[{ text: 'Mã' }]} rows={rows} />)).toContain('tabindex="0"')
  expect(renderToString(<DataTable caption="Đơn" head={[{ text: 'Mã' }]} rows={rows} stack />)).toContain('data-label="Mã"')
  expect(renderToString(<DataTable caption="Đơn" head={[]} rows={[]} empty={<p>Trống</p>} />)).toBe('<p>Trống</p>')
})

test('the language switch keeps the page and its query', () => {
  const page = (lang: 'vi' | 'en', path: string) =>
    renderToString(
      <Layout
        lang={lang}
        path={path}
        title="Đơn"
        site={{ authorityName: 'UBND', shortName: 'P', demo: false }}
        nav={[{ href: '/don', text: 'Đơn' }]}
        current="/don"
        assets={assets}
      />,
    )
  expect(page('vi', '/don?status=closed')).toContain('<a href="/en/don?status=closed" lang="en"')
  const english = page('en', '/don?status=closed')
  expect(english).toContain('<html lang="en">')
  expect(english).toContain('<a href="/don?status=closed" lang="vi"')
  expect(english).toContain('<a href="/en/don" aria-current="true">')
  expect(page('en', '/don')).toContain('<a href="/en/don" aria-current="page">')
})

test('the chrome of an English page is English', () => {
  const html = kitchen('en', 'office')
  expect(html).toContain('Skip to content')
  expect(html).toContain('Sign out')
  expect(html).not.toMatch(/Bỏ qua tới nội dung|Đăng xuất|Trang sau|Bộ lọc/)
})
