import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeItemPages } from './item-pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-items-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'data'))

async function pagesOf(items: readonly object[]): Promise<Record<string, string>> {
  writeFileSync(join(folder, 'data/x.jsonl'), items.map((item) => `${JSON.stringify(item)}\n`).join(''))
  const first = await writeItemPages(folder, [{ path: 'data/x.jsonl', title: 'Thử', count: items.length }])
  if (items.length > 0) expect(first.get('data/x.jsonl')).toBe('xem/x.html')
  return Object.fromEntries(readdirSync(join(folder, 'xem')).map((name) => [name, readFileSync(join(folder, 'xem', name), 'utf8')]))
}

test('an item is read by its name and words; of what is empty nothing is said', async () => {
  const line = (...texts: string[]) => ({ type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) })
  const { 'x.html': page } = await pagesOf([
    { code: 'PL-1', subject: 'Cống <vỡ>', body: 'Một.\nHai.', unit: null, files: [], clocks: [{ dueOn: '2026-12-01' }] },
    { slug: 'a', title: 'Bài', body: { type: 'doc', content: [line('Nửa ', 'câu.'), line('Câu sau.')] } },
    { slug: 'b', subject: 'Văn bản', passages: [{ path: 'p1', text: 'Điều 1.' }] },
  ])
  for (const words of [
    '<h2>Cống &lt;vỡ&gt;</h2>',
    '<p>Một.</p><p>Hai.</p>',
    '<p>Nửa câu.</p><p>Câu sau.</p>',
    '<p>Điều 1.</p>',
    '<dt>dueOn</dt><dd>2026-12-01</dd>',
  ])
    expect(page).toContain(words)
  expect(page).not.toMatch(/<dt>(unit|files|body)<\/dt>/)
})

test('many items go over pages that lead to each other, and pages of before are gone', async () => {
  const pages = await pagesOf(Array.from({ length: 250 }, (_, n) => ({ title: `Mục ${n}` })))
  expect(Object.keys(pages).toSorted()).toEqual(['x-2.html', 'x-3.html', 'x.html'])
  expect(pages['x.html']).toContain('href="x-2.html"')
  expect(pages['x-2.html']).toContain('href="x.html"')
  expect(pages['x-3.html']).toContain('Mục 249')
  expect(pages['x-3.html']).not.toContain('href="x-4.html"')
  expect(Object.keys(await pagesOf([{ title: 'Một' }]))).toEqual(['x.html'])
  expect(Object.keys(await pagesOf([]))).toEqual([])
})

test('a page of long texts is not longer for it', async () => {
  const long = 'Điều này dài. '.repeat(50_000)
  expect(Object.keys(await pagesOf([1, 2, 3].map((n) => ({ title: `Văn bản ${n}`, body: long }))))).toHaveLength(3)
})
