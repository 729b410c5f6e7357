import { describe, expect, test } from 'vitest'
import { parseInput } from '../../platform/http/index.ts'
import type { InvalidInput } from '../../shared/errors.ts'
import { labels, menuInput, rowsOf } from './menu-input.ts'

const row = (more: Record<string, unknown> = {}) => ({ label: 'Tin tức', labelEn: 'News', href: '/tin-tuc', ...more })
const refused = (items: unknown, version: unknown = 0) => {
  try {
    parseInput(menuInput('main'), { version, items }, labels)
    return []
  } catch (error) {
    return (error as InvalidInput).problems.map(({ field, code }) => `${field} ${code}`)
  }
}

describe('a menu', () => {
  test.each([
    { items: [row()], wrong: [] },
    { items: [row({ labelEn: '' })], wrong: [] },
    { items: [row({ href: 'https://dongnai.example/x?y=1' })], wrong: [] },
    { items: [], wrong: ['items too_few'] },
    { items: [row({ label: ' ' })], wrong: ['items.0.label required'] },
    { items: [row(), row({ label: 'x'.repeat(41), href: '' })], wrong: ['items.1.label too_long', 'items.1.href required'] },
    { items: Array.from({ length: 11 }, () => row()), wrong: ['items too_many'] },
    ...['//evil.example', '/\\evil.example', 'javascript:alert(1)', 'http://x.example', 'tin-tuc', '/a b', 'https:///x', '/"x'].map(
      (href) => ({ items: [row({ href })], wrong: ['items.0.href menu_href'] }),
    ),
  ])('$items.length rows → $wrong', ({ items, wrong }) => {
    expect(refused(items)).toEqual(wrong)
  })

  test.each(['x', -1, 1.5, {}])('with the version %s is refused', (version) => {
    expect(refused([row()], version).map((problem) => problem.split(' ')[0])).toEqual(['version'])
  })
})

describe('rows of the form', () => {
  test('come in the order of their numbers, empty ones are taken away', () => {
    const form = {
      'items.0.order': '2',
      'items.0.label': 'Hai',
      'items.1.order': '1',
      'items.1.label': 'Một',
      'items.2.order': '3',
      'items.2.label': '  ',
      'items.3.label': 'Bốn',
      'items.4.href': '/x',
      'items.4.order': 'abc',
    }
    expect(rowsOf(form).map(({ label, href }) => label || href)).toEqual(['Một', 'Hai', 'Bốn', '/x'])
  })

  test('a page that was chosen stands before a typed address', () => {
    const form = {
      'items.0.label': 'Giới thiệu',
      'items.0.page': '/trang/gioi-thieu',
      'items.0.href': '/cu',
      'items.1.label': 'Tin',
      'items.1.page': '',
      'items.1.href': '/tin-tuc',
    }
    expect(rowsOf(form).map(({ href }) => href)).toEqual(['/trang/gioi-thieu', '/tin-tuc'])
  })

  test('of anything else are none', () => {
    expect(rowsOf({})).toEqual([])
    expect(rowsOf({ 'items.0.label': ['x'], items: 'x' })).toEqual([])
  })
})
