import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Message } from './message.ts'
import { MessageList } from './message-list.tsx'

const aMessage = (change: Partial<Message> = {}): Message => ({
  id: '0199a000-0000-7000-8000-000000000001',
  matter: { type: 'petition', id: '0199a000-0000-7000-8000-000000000002' },
  kind: 'fromFiler',
  authorId: null,
  body: 'Nước vẫn ngập.',
  createdAt: new Date('2026-11-23T01:05:00Z'),
  ...change,
})

test('what was typed is shown as typed: no markup, no link', () => {
  const html = renderToString(
    <MessageList
      lang="vi"
      reader="office"
      messages={[aMessage({ body: '<script>alert(1)</script> javascript:x http://xau.example "><a href=x>' })]}
    />,
  )
  expect(html).not.toMatch(/<script|<a[ >]/)
  expect(html).toContain('&lt;script')
})

test('paragraphs and line breaks stay', () => {
  const html = renderToString(<MessageList lang="vi" reader="filer" messages={[aMessage({ body: 'một\nhai\n\nba' })]} />)
  expect(html).toContain('<p dir="auto">một<br/>hai</p><p dir="auto">ba</p>')
})

test('an erased message keeps its side and its time and says that the words are gone', () => {
  const html = renderToString(<MessageList lang="vi" reader="filer" messages={[aMessage({ body: null })]} />)
  expect(html).toContain('Nội dung này đã được xóa.')
  expect(html).toContain('23/11/2026 08:05')
})

test('each side is named for the one who reads, in both languages', () => {
  const messages = [aMessage({ kind: 'toFiler', authorId: 'nam' })]
  const authorName = (id: string) => (id === 'nam' ? 'Trần Văn Nam' : undefined)
  expect(renderToString(<MessageList lang="vi" reader="office" messages={messages} authorName={authorName} />)).toMatch(
    /Gửi người nộp đơn.*Trần Văn Nam/,
  )
  expect(renderToString(<MessageList lang="en" reader="filer" messages={messages} authorName={() => undefined} />)).toContain(
    'The office to you',
  )
})

test('each reader sees the own side as the own side, and the notes of the office apart', () => {
  const messages = [aMessage({ kind: 'toFiler' }), aMessage({ kind: 'fromFiler' }), aMessage({ kind: 'internal' })]
  const sides = (reader: 'filer' | 'office') =>
    renderToString(<MessageList lang="vi" reader={reader} messages={messages} />).match(/message-(in|out|internal)(?=")/g)
  expect(sides('office')).toEqual(['message-out', 'message-in', 'message-internal'])
  expect(sides('filer')).toEqual(['message-in', 'message-out', 'message-internal'])
})

test('an empty conversation says so', () => {
  expect(renderToString(<MessageList lang="en" reader="filer" messages={[]} />)).toContain('No messages yet.')
})
